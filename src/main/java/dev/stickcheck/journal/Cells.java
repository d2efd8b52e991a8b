package dev.stickcheck.journal;

import dev.stickcheck.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Text in the cells of a CSV file: inert in a terminal and in a spreadsheet, and still the same when read again.
///
/// - A control or format character or half of a pair is written as `\` `u` and four hexadecimal digits for each UTF-16
///   unit, a backslash as two. A backslash before anything else stands for itself when read.
/// - Null is an empty cell, empty text is `\-`.
/// - A cell that a spreadsheet may take for a formula (it begins with `=` `+` `-` `@`, tab or CR), or that begins with
///   an apostrophe, gets an apostrophe in front, and loses one when read.
/// - A list is its names with `;` between them; a `;` within a name is written as its number.
final class Cells {
    private static final String EMPTY = "\\-";
    private static final char BETWEEN = ';';
    /// What begins a formula: also in the full width forms that spreadsheets of East Asia know.
    private static final String GUARDED = "'=+-@\t\r\uff1d\uff0b\uff0d\uff20";

    private Cells() {}

    static @Nullable String of(@Nullable String text) {
        return text == null ? null : guarded(text, escaped(text, false));
    }

    static @Nullable String of(List<String> names) {
        if (names.isEmpty()) {
            return null;
        }
        StringBuilder cell = new StringBuilder();
        for (String name : names) {
            cell.append(cell.isEmpty() ? "" : BETWEEN).append(escaped(name, true));
        }
        return guarded(names.getFirst(), cell.toString());
    }

    static @Nullable String text(String cell) {
        return cell.isEmpty() ? null : plain(unguarded(cell));
    }

    static List<String> names(String cell) {
        if (cell.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String name : unguarded(cell).split(String.valueOf(BETWEEN), -1)) {
            names.add(plain(name));
        }
        return names;
    }

    private static String guarded(String raw, String cell) {
        return !raw.isEmpty() && GUARDED.indexOf(raw.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String unguarded(String cell) {
        return cell.charAt(0) == '\'' ? cell.substring(1) : cell;
    }

    private static String escaped(String text, boolean listed) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (text.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '\\' && !(listed && c == BETWEEN))) {
            return text;
        }
        StringBuilder cell = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point == '\\') {
                cell.append("\\\\");
            } else if (Text.printable(point) && !(listed && point == BETWEEN)) {
                cell.appendCodePoint(point);
            } else {
                for (char unit : Character.toChars(point)) {
                    cell.append("\\u").append(Integer.toHexString(0x10000 + unit), 1, 5);
                }
            }
        }
        return cell.toString();
    }

    private static String plain(String cell) {
        if (cell.indexOf('\\') < 0) {
            return cell;
        }
        if (cell.equals(EMPTY)) {
            return "";
        }
        StringBuilder text = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\' && cell.startsWith("\\", i + 1)) {
                i++;
            } else if (c == '\\' && numbered(cell, i + 1)) {
                c = (char) Integer.parseInt(cell, i + 2, i + 6, 16);
                i += 5;
            }
            text.append(c);
        }
        return text.toString();
    }

    private static boolean numbered(String cell, int at) {
        return at + 5 <= cell.length()
                && cell.charAt(at) == 'u'
                && cell.substring(at + 1, at + 5).chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }
}
