package dev.stickcheck.cookie;

/// Reads octets that arrived as characters 0 to 255, without regard to any language.
///
/// The methods of [String] fold letters of all scripts (`ſ` is an `s` to them) and trim more than a cookie may lose.
final class Ascii {
    private Ascii() {}

    /// Whether the part of `text` from `from` to `to` is `lowerCase`, letters compared without case.
    static boolean equalsIgnoreCase(String text, int from, int to, String lowerCase) {
        return to - from == lowerCase.length() && startsWithIgnoreCase(text, from, lowerCase);
    }

    /// Whether `lowerCase` stands at `from`, letters compared without case.
    static boolean startsWithIgnoreCase(String text, int from, String lowerCase) {
        if (text.length() - from < lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (lower(text.charAt(from + i)) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The same text when it has no capital letter, else a copy with small letters.
    static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (lower(text.charAt(i)) != text.charAt(i)) {
                return lowerCopy(text);
            }
        }
        return text;
    }

    private static String lowerCopy(String text) {
        char[] small = text.toCharArray();
        for (int i = 0; i < small.length; i++) {
            small[i] = lower(small[i]);
        }
        return new String(small);
    }

    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// A character that makes a user agent ignore the whole header (RFC 6265bis section 5.6, step 1): tab is spared.
    static boolean isControl(char c) {
        return c < 0x20 ? c != '\t' : c == 0x7F;
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /// The part without leading and trailing WSP, which is space and tab and nothing else.
    static String trimmed(String text, int from, int to) {
        int start = skipSpace(text, from, to);
        return text.substring(start, skipSpaceBack(text, start, to));
    }

    static int skipSpace(String text, int from, int to) {
        int start = from;
        while (start < to && isSpace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    static int skipSpaceBack(String text, int from, int to) {
        int end = to;
        while (end > from && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
