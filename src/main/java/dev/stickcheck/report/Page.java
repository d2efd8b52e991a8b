package dev.stickcheck.report;

import dev.stickcheck.model.Text;
import dev.stickcheck.report.Palette.Style;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Writes lines of text that never exceed a width.
final class Page {
    static final String INDENT = "  ";
    private static final int LONGEST_SENTENCE = 600;

    private static final int LEAST_HANGING = 30;

    private final Writer out;
    private final Palette palette;
    private final int width;

    Page(Writer out, Palette palette, int width) {
        this.out = out;
        this.palette = palette;
        this.width = width;
    }

    /// What a line holds beside its indentation.
    int room() {
        return width - INDENT.length();
    }

    void blank() throws IOException {
        out.write('\n');
    }

    /// Begins a section.
    void heading(String text) throws IOException {
        blank();
        line(palette.paint(Style.HEADING, text));
    }

    /// A sentence behind a painted mark, its further lines below its beginning.
    void marked(Style style, String mark, String sentence) throws IOException {
        List<String> lines = Columns.wrap(clean(sentence), width - Columns.of(mark) - INDENT.length());
        line(palette.paint(style, mark) + INDENT + lines.getFirst());
        for (String line : lines.subList(1, lines.size())) {
            line(" ".repeat(Columns.of(mark)) + INDENT + line);
        }
    }

    /// A sentence behind a painted mark and a label, its further lines below its beginning where that leaves room.
    void marked(Style style, String mark, String label, String sentence) throws IOException {
        int hang = Columns.of(mark) + Columns.of(label) + 2 * INDENT.length();
        if (width - hang < LEAST_HANGING) {
            marked(style, mark, label.strip() + ": " + sentence);
            return;
        }
        List<String> lines = Columns.wrap(clean(sentence), width - hang);
        line(palette.paint(style, mark) + INDENT + label + INDENT + lines.getFirst());
        for (String line : lines.subList(1, lines.size())) {
            line(" ".repeat(hang) + line);
        }
    }

    /// A sentence, indented, its further lines deeper.
    void sentence(String sentence) throws IOException {
        List<String> lines = Columns.wrap(clean(sentence), room() - INDENT.length());
        line(INDENT + lines.getFirst());
        for (String line : lines.subList(1, lines.size())) {
            line(INDENT + INDENT + line);
        }
    }

    /// A label and what belongs to it.
    void labelled(String label, String text) throws IOException {
        marked(Style.FAINT, INDENT + label, text);
    }

    void sentences(List<String> sentences) throws IOException {
        for (String sentence : sentences) {
            sentence(sentence);
        }
    }

    /// A line that is known to fit.
    void line(String line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    /// A line of less weight that is known to fit, indented.
    void faint(String line) throws IOException {
        line(INDENT + palette.paint(Style.FAINT, line));
    }

    private static String clean(String sentence) {
        return Text.inert(sentence, LONGEST_SENTENCE);
    }
}
