package dev.stickcheck.cli;

import java.util.ArrayList;
import java.util.IllegalFormatException;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// Lines of man(7): every text is escaped on the way, so that none of it is a request to the formatter.
final class Roff {
    private final List<String> lines = new ArrayList<>();

    Roff title(String name, String date, String source) {
        lines.add(".TH \"" + text(name) + "\" \"1\" \"" + date + "\" \"" + text(source) + "\" \"stickcheck\"");
        return this;
    }

    Roff section(String heading) {
        lines.add(".SH " + text(heading));
        return this;
    }

    /// A term and, indented below it, what it means.
    Roff term(String roff, String meaning) {
        lines.add(".TP");
        lines.add(roff);
        return line(meaning);
    }

    Roff line(String text) {
        return raw(text(text.isBlank() ? "(no words)" : text.strip()));
    }

    /// A line that is roff already.
    Roff raw(String roff) {
        lines.add(roff.startsWith(".") || roff.startsWith("'") ? "\\&" + roff : roff);
        return this;
    }

    Roff paragraph() {
        lines.add(".PP");
        return this;
    }

    Roff lineBreak() {
        lines.add(".br");
        return this;
    }

    static String bold(String text) {
        return "\\fB" + text(text) + "\\fR";
    }

    static String italic(String text) {
        return "\\fI" + text(text) + "\\fR";
    }

    /// Escaped for groff and mandoc both: what is not ASCII is named by its number.
    static String text(String raw) {
        StringBuilder escaped = new StringBuilder();
        raw.codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '"' -> escaped.append("\\(dq");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default -> {
                    if (point < 0x7f) {
                        escaped.appendCodePoint(point);
                    } else {
                        escaped.append(String.format("\\[u%04X]", point));
                    }
                }
            }
        });
        return escaped.toString();
    }

    /// A description of the command model as it is shown: formatted, without colour, on one line.
    static String shown(String... description) {
        List<String> words = new ArrayList<>();
        for (String line : description) {
            words.add(Ansi.OFF.string(formatted(line)).replaceAll("\\s+", " ").strip());
        }
        return String.join(" ", words).strip();
    }

    // As the help does: what is no format stands for itself.
    private static String formatted(String line) {
        try {
            return String.format(line);
        } catch (IllegalFormatException e) {
            return line;
        }
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
