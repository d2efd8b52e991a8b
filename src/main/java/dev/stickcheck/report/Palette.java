package dev.stickcheck.report;

import java.util.List;

/// How a terminal report looks: plain, or in colours.
public sealed interface Palette {
    /// Text as it is.
    Palette PLAIN = new Plain();

    /// Colours by SGR sequences (ECMA-48, 8.3.117).
    Palette ANSI = new Ansi();

    /// What a piece of text is.
    enum Style {
        PASS,
        FAIL,
        UNDECIDED,
        HEADING,
        FAINT
    }

    /// The text in the look of its kind.
    String paint(Style style, String text);

    /// Answers of one instance, told by its number; -1 for an error, below that for unidentified ones.
    String answers(int instance, String text);

    /// No escape sequence at all.
    record Plain() implements Palette {
        @Override
        public String paint(Style style, String text) {
            return text;
        }

        @Override
        public String answers(int instance, String text) {
            return text;
        }
    }

    /// Blocks of colour that most kinds of colour blindness keep apart (Okabe and Ito's set, in the 256 colour cube).
    record Ansi() implements Palette {
        private static final List<String> BLOCKS = List.of(
                "38;5;16;48;5;117",
                "38;5;16;48;5;214",
                "38;5;16;48;5;36",
                "38;5;16;48;5;227",
                "38;5;231;48;5;25",
                "38;5;16;48;5;175",
                "38;5;16;48;5;202",
                "38;5;16;48;5;250");
        private static final String ERROR = "1;38;5;231;48;5;124";

        @Override
        public String paint(Style style, String text) {
            return sgr(
                    switch (style) {
                        case PASS -> "1;32";
                        case FAIL -> "1;31";
                        case UNDECIDED -> "1;33";
                        case HEADING -> "1";
                        case FAINT -> "2";
                    },
                    text);
        }

        @Override
        public String answers(int instance, String text) {
            if (instance < -1) {
                return text;
            }
            return sgr(instance < 0 ? ERROR : BLOCKS.get(instance % BLOCKS.size()), text);
        }

        private static String sgr(String codes, String text) {
            return "\u001b[" + codes + "m" + text + "\u001b[0m";
        }
    }
}
