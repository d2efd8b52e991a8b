package dev.stickcheck.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A table that fits a width: the first column is text and gives way, the others are numbers, and the least
/// important of them are left out where there is no room.
final class Table {
    private static final int LEAST_TEXT = 20;
    private static final String GAP = "  ";

    private final List<Column> columns = new ArrayList<>();

    /// @param importance columns with less of it are left out first
    private record Column(List<String> cells, int importance) {
        int width() {
            return cells.stream().mapToInt(Columns::of).max().orElse(0);
        }
    }

    /// Adds a column, its heading first.
    void column(int importance, String heading, List<String> cells) {
        List<String> all = new ArrayList<>(cells.size() + 1);
        all.add(heading);
        all.addAll(cells);
        columns.add(new Column(all, importance));
    }

    /// The lines, the headings first.
    List<String> lines(int width) {
        List<Column> shown = new ArrayList<>(columns.subList(1, columns.size()));
        while (!shown.isEmpty()
                && width - numbers(shown)
                        < Math.min(LEAST_TEXT, columns.getFirst().width())) {
            shown.remove(Collections.min(shown, (a, b) -> Integer.compare(a.importance(), b.importance())));
        }
        Column text = columns.getFirst();
        int room = Math.min(text.width(), width - numbers(shown));
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < text.cells().size(); row++) {
            StringBuilder line =
                    new StringBuilder(Columns.padRight(Columns.cut(text.cells().get(row), room), room));
            for (Column column : shown) {
                line.append(GAP).append(Columns.padLeft(column.cells().get(row), column.width()));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int numbers(List<Column> columns) {
        return columns.stream()
                .mapToInt(column -> GAP.length() + column.width())
                .sum();
    }
}
