package dev.stickcheck.report;

import dev.stickcheck.model.ArmResult;
import dev.stickcheck.model.Comparison;
import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Recommendation;
import dev.stickcheck.model.Rule;
import dev.stickcheck.model.Standing;
import dev.stickcheck.model.Text;
import dev.stickcheck.report.ComparisonFacts.Row;
import java.util.List;

/// What the page's template fills in for a comparison: texts that need nothing but escaping. The names
/// are the template's.
///
/// @param table the guide's, measured
/// @param outcomes of each quantile, a sentence each
/// @param advice what is recommended, in a few words
record HtmlComparison(
        List<Row> table,
        String caption,
        List<String> outcomes,
        String advice,
        String reason,
        List<Condition> rules,
        List<Condition> scenarios,
        List<Times> times,
        List<Load> loads) {
    private static final int LONGEST_NAME = 120;
    private static final int MOST_RULES = 50;

    /// A rule; `look` is a class of the style sheet.
    record Condition(String look, String mark, String standing, String condition, String follows, String because) {}

    /// The times of one arm.
    record Times(
            String arm,
            String requests,
            String p50,
            String p95,
            String p99,
            String max,
            String waited,
            String firstP50,
            String firstP95) {}

    /// The load of one arm, and what it costs.
    record Load(
            String arm,
            String sessions,
            String failed,
            String lost,
            String errors,
            String variation,
            String plausible,
            String deviation,
            String cookies) {}

    static HtmlComparison of(Comparison c) {
        Recommendation advice = c.recommendation();
        return new HtmlComparison(
                ComparisonFacts.table(c),
                ComparisonFacts.caption(c),
                ComparisonFacts.outcomes(c).stream().map(HtmlSections::sentence).toList(),
                advice.affinity().text(),
                HtmlSections.sentence(advice.why()),
                conditions(advice.rules()),
                conditions(advice.scenarios()),
                List.of(times("with affinity", c.on()), times("without", c.off())),
                List.of(load("with affinity", c.on()), load("without", c.off())));
    }

    private static List<Condition> conditions(List<Rule> rules) {
        return rules.stream().limit(MOST_RULES).map(HtmlComparison::condition).toList();
    }

    private static Condition condition(Rule rule) {
        return new Condition(
                look(rule.standing()),
                ComparisonFacts.mark(rule.standing()),
                ComparisonFacts.words(rule.standing()),
                Text.inert(rule.name(), LONGEST_NAME),
                Text.inert(rule.advice(), LONGEST_NAME),
                HtmlSections.sentence(rule.why()));
    }

    private static String look(Standing standing) {
        return switch (standing) {
            case MET -> "pass";
            case NOT_MET -> "unmet";
            case UNKNOWN -> "inconclusive";
        };
    }

    private static Times times(String name, ArmResult arm) {
        return new Times(
                name,
                Numbers.count(arm.requests()),
                Numbers.millis(arm.latency().p50()),
                Numbers.millis(arm.latency().p95()),
                Numbers.millis(arm.latency().p99()),
                Numbers.millis(arm.latency().max()),
                Numbers.millis(arm.response().p95()),
                Numbers.millis(arm.first().p50()),
                Numbers.millis(arm.first().p95()));
    }

    private static Load load(String name, ArmResult arm) {
        Distribution load = arm.distribution();
        Interval plausible = load.coefficientOfVariationInterval();
        return new Load(
                name,
                Numbers.count(arm.sessions()),
                Numbers.percent(arm.stickiness().failureRate()),
                Numbers.count(arm.sessionsLost()),
                Numbers.count(arm.errors()),
                Numbers.percent(load.coefficientOfVariation()),
                plausible == null ? Numbers.UNKNOWN : Numbers.percents(plausible),
                Numbers.percent(load.maxDeviation()),
                Numbers.plain(arm.cookieBytesPerRequest()));
    }
}
