package dev.stickcheck.report;

import dev.stickcheck.model.Comparison;
import dev.stickcheck.model.Rule;
import dev.stickcheck.report.ComparisonFacts.Row;
import java.util.List;
import java.util.function.Function;

/// What a comparison says, in GitHub's Markdown.
final class MarkdownComparison {
    private static final int LONGEST = 600;

    private final StringBuilder out = new StringBuilder();

    private MarkdownComparison() {}

    static String of(Comparison c) {
        MarkdownComparison page = new MarkdownComparison();
        page.heading("Without and with affinity");
        page.row("Metric", "Without affinity", "With affinity", "Improvement", "Plausible", "The guide's estimate");
        page.row("---", "---:", "---:", "---:", "---:", "---:");
        for (Row row : ComparisonFacts.table(c)) {
            page.row(row.metric(), row.without(), row.with(), row.improvement(), row.plausible(), row.estimate());
        }
        page.line("");
        page.line(text(ComparisonFacts.caption(c)));
        page.heading("Outcomes");
        ComparisonFacts.outcomes(c).forEach(outcome -> page.line("- " + text(outcome)));
        page.rules(
                "Add affinity only if one of these is met", c.recommendation().rules(), ComparisonFacts::rule);
        page.rules("Kinds of application", c.recommendation().scenarios(), ComparisonFacts::scenario);
        return page.out.toString();
    }

    private void rules(String heading, List<Rule> rules, Function<Rule, String> words) {
        heading(heading);
        for (Rule rule : rules) {
            line("- " + ComparisonFacts.mark(rule.standing()) + " " + text(words.apply(rule)));
        }
    }

    private void heading(String text) {
        line("");
        line("### " + text);
        line("");
    }

    private static String text(String raw) {
        return Markdown.text(raw, LONGEST);
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}
