package dev.stickcheck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// How many columns of a terminal text takes: letters of East Asia and emoji take two, marks that combine none.
final class Columns {
    /// First and last code points of the wide blocks (Unicode's East Asian Width W and F, and emoji).
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x231a, 0x231b, 0x23e9, 0x23f3, 0x25fd, 0x25fe, 0x2614, 0x2615, 0x2648, 0x2653, 0x26a1, 0x26a1,
        0x26bd, 0x26be, 0x26c4, 0x26c5, 0x26ce, 0x26ce, 0x26d4, 0x26d4, 0x26ea, 0x26ea, 0x26f2, 0x26f5, 0x26fa, 0x26fd,
        0x2705, 0x2705, 0x270a, 0x270b, 0x2728, 0x2728, 0x274c, 0x274e, 0x2753, 0x2757, 0x2795, 0x2797, 0x27b0, 0x27bf,
        0x2b1b, 0x2b1c, 0x2b50, 0x2b55, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xa000, 0xa4cf,
        0xa960, 0xa97f, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff01, 0xff60, 0xffe0, 0xffe6,
        0x16fe0, 0x18cff, 0x1aff0, 0x1b2ff, 0x1f004, 0x1f004, 0x1f0cf, 0x1f0cf, 0x1f18e, 0x1f18e, 0x1f191, 0x1f19a,
        0x1f1e6, 0x1f265, 0x1f300, 0x1f64f, 0x1f680, 0x1f6ff, 0x1f7e0, 0x1f7ff, 0x1f900, 0x1faff, 0x20000, 0x3fffd
    };

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<!\\d) | (?!(?:%|ms|s|min|h)(?:\\W|$))");

    private Columns() {}

    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    private static int of(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int i = 0; point >= WIDE[0] && i < WIDE.length; i += 2) {
            if (point >= WIDE[i] && point <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }

    /// The beginning of the text that fits, with an ellipsis where something is cut.
    static String cut(String text, int width) {
        return of(text) <= width ? text : text.substring(0, fitting(text, 0, Math.max(0, width - 1))) + "…";
    }

    /// Where the part from `start` that fits ends.
    private static int fitting(String text, int start, int width) {
        int used = 0;
        int i = start;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            used += of(point);
            if (used > width) {
                break;
            }
            i += Character.charCount(point);
        }
        return i;
    }

    static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text))) + text;
    }

    static String padRight(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /// Lines no wider than `width`, broken between words, and within those that are wider. A number keeps its unit.
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : BETWEEN_WORDS.split(text, -1)) {
            int room = width - (line.isEmpty() ? 0 : of(line.toString()) + 1);
            if (of(word) > room && (of(word) <= width || room < 1)) {
                lines.add(line.toString());
                line.setLength(0);
                room = width;
            }
            line.append(line.isEmpty() ? "" : " ");
            int start = 0;
            while (of(word.substring(start)) > room) {
                int end = fitting(word, start, room);
                lines.add(line.append(word, start, end).toString().stripTrailing());
                line.setLength(0);
                start = end;
                room = width;
            }
            line.append(word, start, word.length());
        }
        lines.add(line.toString());
        return lines;
    }
}
