package dev.stickcheck.report;

import dev.stickcheck.model.ArmResult;
import dev.stickcheck.model.Change;
import dev.stickcheck.model.Comparison;
import dev.stickcheck.model.Comparison.Noise;
import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Rule;
import dev.stickcheck.model.Speedup;
import dev.stickcheck.model.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a comparison says, in the rows and sentences that every report for people shares.
final class ComparisonFacts {
    private ComparisonFacts() {}

    /// A row of the guide's table of benchmarks, measured.
    ///
    /// @param improvement by affinity
    /// @param plausible where the improvement may lie
    /// @param estimate the improvement that the guide estimates for its application
    record Row(String metric, String without, String with, String improvement, String plausible, String estimate) {}

    static List<Row> table(Comparison c) {
        List<Row> rows = new ArrayList<>();
        for (Speedup speedup : c.service()) {
            rows.add(new Row(
                    "Response time (" + speedup.name() + ")",
                    Numbers.millis(speedup.off().value()),
                    Numbers.millis(speedup.on().value()),
                    Numbers.percent(speedup.estimate()),
                    percents(speedup.interval()),
                    speedup.name().equals("p99") ? Numbers.UNKNOWN : "8 %"));
        }
        rows.add(new Row(
                "Database queries",
                Numbers.plain(c.off().databaseQueriesPerRequest()),
                Numbers.plain(c.on().databaseQueriesPerRequest()),
                Numbers.percent(c.queries().estimate()),
                percents(c.queries().interval()),
                "25 %"));
        rows.add(new Row(
                "Cache hit rate",
                Numbers.percent(c.off().cacheHitRate()),
                Numbers.percent(c.on().cacheHitRate()),
                points(c.cacheHits().estimate()),
                points(c.cacheHits()),
                "+40 pts"));
        Double off = c.off().distribution().coefficientOfVariation();
        Double on = c.on().distribution().coefficientOfVariation();
        rows.add(new Row(
                "Load distribution",
                Numbers.percent(off),
                Numbers.percent(on),
                off == null || on == null ? Numbers.UNKNOWN : points(off - on),
                Numbers.UNKNOWN,
                "-20 pts"));
        return rows;
    }

    private static String percents(@Nullable Interval interval) {
        return interval == null ? Numbers.UNKNOWN : Numbers.percents(interval);
    }

    private static String points(Change change) {
        Interval interval = change.interval();
        return interval == null ? Numbers.UNKNOWN : signed(interval.low()) + " to " + signed(interval.high()) + " pts";
    }

    private static String points(@Nullable Double difference) {
        return difference == null || !Double.isFinite(difference) ? Numbers.UNKNOWN : signed(difference) + " pts";
    }

    private static String signed(double fraction) {
        if (Math.abs(fraction) < 0.0005) {
            return "0.0";
        }
        return String.format(Locale.ROOT, Math.abs(fraction) < 0.1 ? "%+.1f" : "%+.0f", 100 * fraction);
    }

    /// What the columns mean.
    static String caption(Comparison c) {
        return "Service times without the first request of a session; load: variation between instances. Plausible: "
                + Numbers.percent(c.confidence()) + ", over "
                + Numbers.count(c.blocks().size(), "block")
                + ". The guide's column is its estimate.";
    }

    static List<String> outcomes(Comparison c) {
        List<String> outcomes = new ArrayList<>();
        c.service().forEach(speedup -> outcomes.add(speedup.why()));
        Noise noise = c.noise();
        if (noise != null) {
            outcomes.add("noise floor of this machine and target: p50 " + Numbers.percent(noise.p50()) + ", p95 "
                    + Numbers.percent(noise.p95()) + "; a smaller difference cannot be told from none");
        }
        if (c.ranks() != null) {
            outcomes.add("of all pairs of requests the one with affinity is faster in "
                    + Numbers.percent(c.ranks().faster()) + ", typically by "
                    + Numbers.percent(c.ranks().shift()));
        }
        return outcomes;
    }

    /// What an arm met and what it costs.
    static List<String> arm(ArmResult arm) {
        List<String> facts = new ArrayList<>();
        facts.add(Numbers.count(arm.requests(), "request") + " of " + Numbers.count(arm.sessions(), "session") + ", "
                + Numbers.count(arm.errors(), "error") + errors(arm.errorKinds()) + ", "
                + Numbers.count(arm.sessionsLost(), "lost session") + ", " + Numbers.plain(arm.cookieBytesPerRequest())
                + " bytes of cookies a request");
        String latency = Facts.latency(arm.latency(), arm.response());
        if (latency != null) {
            facts.add(latency);
        }
        if (arm.first().p50() != null) {
            facts.add("first requests of sessions: p50 "
                    + Numbers.millis(arm.first().p50()) + ", p95 "
                    + Numbers.millis(arm.first().p95()));
        }
        facts.addAll(Facts.stickiness(arm.stickiness()));
        facts.addAll(Facts.load(arm.distribution()));
        if (arm.requests() > 0) {
            Names.of("declared, but never answered: ", arm.distribution().missingInstances())
                    .ifPresent(facts::add);
            Names.of("answered, but not declared: ", arm.distribution().undeclaredInstances())
                    .ifPresent(facts::add);
        }
        return facts;
    }

    private static String errors(Map<ErrorKind, Long> kinds) {
        List<String> parts = new ArrayList<>();
        new TreeMap<>(kinds).forEach((kind, count) -> parts.add(Numbers.count(count) + " × " + kind.label()));
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    static String rule(Rule rule) {
        return rule.name() + " (" + words(rule.standing()) + "): " + rule.why();
    }

    static String scenario(Rule rule) {
        return rule.name() + " (" + words(rule.standing()) + "; " + rule.advice() + "): " + rule.why();
    }

    static String mark(Standing standing) {
        return switch (standing) {
            case MET -> "✓";
            case NOT_MET -> "✗";
            case UNKNOWN -> "?";
        };
    }

    static String words(Contrast contrast) {
        return switch (contrast) {
            case TARGETS -> "the target";
            case COOKIES -> "whether cookies are returned";
            case SWITCHED -> "a switch of the target";
            case NONE -> "nothing";
        };
    }

    static String words(Standing standing) {
        return switch (standing) {
            case MET -> "met";
            case NOT_MET -> "not met";
            case UNKNOWN -> "unknown";
        };
    }
}
