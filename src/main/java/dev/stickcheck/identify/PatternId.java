package dev.stickcheck.identify;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds a pattern's first group, or its whole match when it has no group, in text that a stranger wrote.
///
/// A pattern may take exponential time on text made for it, so only so much text is looked at, and only so often.
final class PatternId {
    static final int LONGEST_TEXT = 1 << 16;
    /// About 30 looks at each character of the longest text: some milliseconds.
    private static final int MOST_LOOKS = 2_000_000;

    private final Pattern pattern;

    PatternId(Pattern pattern) {
        this.pattern = pattern;
    }

    @Nullable
    String find(String raw) {
        String text = raw.length() <= LONGEST_TEXT ? raw : raw.substring(0, LONGEST_TEXT);
        Matcher matcher = pattern.matcher(new Watched(text));
        try {
            if (!matcher.find() || mayBeCut(matcher, text)) {
                return null;
            }
        } catch (TooManyLooks gaveUp) {
            return null;
        } catch (StackOverflowError gaveUp) {
            // java.util.regex recurses for each turn of a repeated group.
            return null;
        }
        int group = matcher.groupCount() > 0 ? 1 : 0;
        return matcher.start(group) < 0 ? null : text.substring(matcher.start(group), matcher.end(group));
    }

    /// A match up to the bound might go on behind it.
    private static boolean mayBeCut(Matcher matcher, String text) {
        return text.length() >= LONGEST_TEXT && matcher.end() == text.length();
    }

    /// Text that counts how often it is looked at.
    private static final class Watched implements CharSequence {
        private final String text;
        private int looks;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyLooks() {
            super(null, null, false, false);
        }
    }
}
