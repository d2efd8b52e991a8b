package dev.stickcheck.model;

/// Makes text that came from outside safe for one line of a terminal or a log.
public final class Text {
    private Text() {}

    /// Replaces control and format characters (terminal escapes, line breaks, bidirectional overrides) and lone
    /// surrogates by `�`, and cuts to `limit` characters.
    public static String inert(String raw, int limit) {
        StringBuilder line = new StringBuilder(Math.min(raw.length(), limit));
        for (int i = 0; i < raw.length() && line.length() < limit; ) {
            int point = raw.codePointAt(i);
            i += Character.charCount(point);
            line.appendCodePoint(printable(point) ? point : 0xFFFD);
        }
        if (raw.length() > line.length() && line.length() >= limit) {
            boolean splitsPair = limit > 1 && Character.isHighSurrogate(line.charAt(limit - 2));
            line.setLength(splitsPair ? limit - 2 : limit - 1);
            line.append('…');
        }
        return line.toString();
    }

    /// Whether a code point shows as itself and does nothing else.
    public static boolean printable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
