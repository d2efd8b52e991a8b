package dev.stickcheck.report;

import dev.stickcheck.model.Comparison;
import dev.stickcheck.model.Rule;
import dev.stickcheck.report.ComparisonFacts.Row;
import dev.stickcheck.report.Palette.Style;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/// What a comparison says, for somebody at a terminal.
final class TerminalComparison {
    private final Page page;

    TerminalComparison(Page page) {
        this.page = page;
    }

    void write(Comparison c) throws IOException {
        table(c);
        page.heading("Outcomes");
        page.sentences(ComparisonFacts.outcomes(c));
        rules("Add affinity only if one of these is met", c.recommendation().rules(), ComparisonFacts::rule);
        rules("Kinds of application", c.recommendation().scenarios(), ComparisonFacts::scenario);
    }

    private void table(Comparison c) throws IOException {
        List<Row> rows = ComparisonFacts.table(c);
        Table table = new Table();
        table.column(9, "", cells(rows, Row::metric));
        table.column(7, "without", cells(rows, Row::without));
        table.column(8, "with", cells(rows, Row::with));
        table.column(6, "improvement", cells(rows, Row::improvement));
        table.column(5, "plausible", cells(rows, Row::plausible));
        table.column(4, "guide", cells(rows, Row::estimate));
        page.heading("Without and with affinity");
        List<String> lines = table.lines(page.room());
        page.faint(lines.getFirst());
        for (String line : lines.subList(1, lines.size())) {
            page.line(Page.INDENT + line);
        }
        for (String line : Columns.wrap(ComparisonFacts.caption(c), page.room())) {
            page.faint(line);
        }
    }

    private static List<String> cells(List<Row> rows, Function<Row, String> cell) {
        return rows.stream().map(cell).toList();
    }

    private void rules(String heading, List<Rule> rules, Function<Rule, String> words) throws IOException {
        page.heading(heading);
        for (Rule rule : rules) {
            Style style = switch (rule.standing()) {
                case MET -> Style.PASS;
                case NOT_MET -> Style.FAINT;
                case UNKNOWN -> Style.UNDECIDED;
            };
            page.marked(style, Page.INDENT + ComparisonFacts.mark(rule.standing()), words.apply(rule));
        }
    }
}
