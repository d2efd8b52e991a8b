package dev.stickcheck.cli;

import dev.stickcheck.statistics.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How far a run has come, as one line of plain text that fits a width: what matters most is kept longest.
///
/// @param wanted sessions that it will take, as it looks now
/// @param rate requests a second; null: too early to tell
/// @param left as it looks now; null: too early to tell
record Outlook(
        long sessions,
        long wanted,
        Decision stickiness,
        long failed,
        long requests,
        int instances,
        @Nullable Double rate,
        @Nullable Duration left) {
    private static final int NARROW = 60;
    private static final int BAR = 20;

    String line(int width) {
        String count = sessions + "/" + Math.max(sessions, wanted);
        StringBuilder line = new StringBuilder(width < NARROW ? count : "probing " + count + " sessions");
        for (String part : parts()) {
            if (line.length() + 2 + part.length() > width) {
                break;
            }
            line.append(", ").append(part);
        }
        return line.length() + BAR + 3 <= width
                ? bar() + " " + line
                : line.substring(0, Math.min(width, line.length()));
    }

    /// The most important first.
    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        parts.add(
                switch (stickiness) {
                    case PASS -> "sessions stick";
                    case FAIL -> "sessions do not stick";
                    case UNDECIDED -> "not certain yet";
                });
        if (left != null) {
            parts.add(words(left) + " left");
        }
        parts.add(failed + " failed");
        if (rate != null) {
            parts.add(String.format(Locale.ROOT, "%.0f/s", rate));
        }
        parts.add(requests + (requests == 1 ? " request" : " requests"));
        parts.add(instances + (instances == 1 ? " instance" : " instances"));
        return parts;
    }

    private String bar() {
        int done = (int) (BAR * Math.min(1, (double) sessions / Math.max(1, Math.max(sessions, wanted))));
        return "[" + "=".repeat(done) + " ".repeat(BAR - done) + "]";
    }

    private static String words(Duration left) {
        long seconds = left.plusMillis(999).toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7_200 ? (seconds + 59) / 60 + " min" : (seconds + 3_599) / 3_600 + " h";
    }
}
