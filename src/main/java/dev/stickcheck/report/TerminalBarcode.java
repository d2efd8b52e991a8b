package dev.stickcheck.report;

import dev.stickcheck.model.Text;
import dev.stickcheck.model.Timeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Draws the sessions of a run in a terminal.
final class TerminalBarcode {
    private static final int MOST_ROWS = 20;
    private static final int LONGEST_ID = 24;
    private static final int ERROR = -1;
    private static final int NO_INSTANCE = -2;

    private final Page page;
    private final Palette palette;

    TerminalBarcode(Page page, Palette palette) {
        this.page = page;
        this.palette = palette;
    }

    void write(Timeline timeline) throws IOException {
        if (timeline.sessions().isEmpty()) {
            return;
        }
        Barcode barcode = Barcode.of(timeline, MOST_ROWS, page.room());
        page.heading("Sessions, one a row, an answer a letter");
        for (String row : barcode.rows()) {
            page.line(Page.INDENT + painted(row));
        }
        legend(barcode, timeline);
        if (!barcode.caption().isEmpty()) {
            for (String line : Columns.wrap(barcode.caption(), page.room())) {
                page.faint(line);
            }
        }
    }

    /// Answers of one instance in a row are one block.
    private String painted(String row) {
        StringBuilder painted = new StringBuilder();
        for (int i = 0; i < row.length(); ) {
            int end = i;
            while (end < row.length() && row.charAt(end) == row.charAt(i)) {
                end++;
            }
            painted.append(palette.answers(colour(row.charAt(i)), row.substring(i, end)));
            i = end;
        }
        return painted.toString();
    }

    private static int colour(char letter) {
        int index = Barcode.index(letter);
        return index >= 0 ? index : letter == '!' ? ERROR : NO_INSTANCE;
    }

    private void legend(Barcode barcode, Timeline timeline) throws IOException {
        List<String> line = new ArrayList<>();
        int used = 0;
        for (Map.Entry<Character, Integer> entry : barcode.legend().entrySet()) {
            String meaning = meaning(entry.getKey(), entry.getValue(), timeline);
            int wide = Page.INDENT.length() + 2 + Columns.of(meaning);
            if (used + wide - Page.INDENT.length() > page.room()) {
                page.line(Page.INDENT + String.join(Page.INDENT, line));
                line.clear();
                used = 0;
            }
            line.add(palette.answers(colour(entry.getKey()), String.valueOf(entry.getKey())) + " " + meaning);
            used += wide;
        }
        page.line(Page.INDENT + String.join(Page.INDENT, line));
    }

    private static String meaning(char letter, int index, Timeline timeline) {
        if (index < 0) {
            return Barcode.meaning(letter);
        }
        return index < timeline.instances().size()
                ? Columns.cut(Text.inert(timeline.instances().get(index), LONGEST_ID), LONGEST_ID)
                : "an unnamed instance";
    }
}
