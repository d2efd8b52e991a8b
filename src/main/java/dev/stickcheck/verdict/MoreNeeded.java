package dev.stickcheck.verdict;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Stickiness;
import dev.stickcheck.model.Verdict;
import dev.stickcheck.statistics.AssignmentPlan;
import dev.stickcheck.statistics.Findings;
import dev.stickcheck.statistics.MoreSessions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What else it would take to decide what is open, from where the run ended (STATISTICS 7).
final class MoreNeeded {
    private static final double PROBABILITY = 0.90;

    private MoreNeeded() {}

    static List<String> of(Findings findings, List<Check> checks, Plan plan, Duration took) {
        List<String> notes = new ArrayList<>();
        long answering = findings.instances().stream()
                .filter(instance -> instance.requests() > 0)
                .count();
        // With one instance more of the same tells nothing.
        if (answering >= 2
                && open(checks, "stickiness-failures")
                && !findings.stickiness().episodes().decisive()) {
            notes.add(sessions(findings, plan, took));
        }
        if (answering >= 2 && open(checks, "imbalance")) {
            String assignments = assignments(findings, plan);
            if (assignments != null) {
                notes.add(assignments);
            }
        }
        return notes;
    }

    private static boolean open(List<Check> checks, String name) {
        return checks.stream().anyMatch(check -> check.name().equals(name) && check.outcome() == Verdict.INCONCLUSIVE);
    }

    private static String sessions(Findings findings, Plan plan, Duration took) {
        Stickiness seen = findings.stickiness();
        long n = seen.sessionsJudged();
        double rate = MoreSessions.rate(plan.thresholds(), n, seen.sessionsFailed());
        // What is not explained has to be outweighed, whichever way it goes.
        boolean passing = rate < plan.thresholds().maxStickinessFailures();
        long x = seen.sessionsFailed() + (passing ? seen.sessionsUnresolved() : 0);
        if (!findings.sequential()) {
            Long sessions = MoreSessions.fixed(plan.thresholds(), rate, PROBABILITY);
            return sessions == null
                    ? tooClose(rate)
                    : "Should " + Words.percent(rate) + " of all sessions fail, --sessions " + sessions
                            + " would decide with 90 % probability.";
        }
        Long more = MoreSessions.sequential(plan.thresholds(), n, x, rate, PROBABILITY);
        if (more == null) {
            return seen.sessionsUnresolved() > 0 ? unexplained(seen) : tooClose(rate);
        }
        return "Another " + Words.count(more, "session") + time(more, findings, plan, took)
                + ", would decide with 90 % probability, should " + Words.percent(rate) + " of all sessions fail.";
    }

    private static String unexplained(Stickiness seen) {
        return "What decides is why " + Words.count(seen.sessionsUnresolved(), "session")
                + " moved: fresh requests after a move tell whether the old instance is gone.";
    }

    private static String tooClose(double rate) {
        return "No usual number of further sessions would decide, should " + Words.percent(rate)
                + " of all sessions fail: that is too close to the limit.";
    }

    /// At the pace that the run had.
    private static String time(long sessions, Findings findings, Plan plan, Duration took) {
        if (took.isZero() || findings.requests() == 0) {
            return "";
        }
        double each = took.toNanos() / 1e9 / findings.requests();
        return ", " + Words.seconds(sessions * plan.schedule().requestsPerSession() * each);
    }

    private static @Nullable String assignments(Findings findings, Plan plan) {
        double[] shares = findings.instances().stream()
                .filter(instance -> instance.expectedShare() != null)
                .mapToDouble(instance -> instance.expectedShare() == null ? 0 : instance.expectedShare())
                .toArray();
        if (shares.length < 2 || Math.abs(Arrays.stream(shares).sum() - 1) > 1e-6) {
            return null;
        }
        double effective = findings.distribution().effectiveUnits();
        long more = (long) Math.ceil(AssignmentPlan.assignments(shares, plan.thresholds()) - effective);
        return more <= 0
                ? null
                : "Another "
                        + Words.count(
                                more,
                                "independent " + findings.distribution().unit().label())
                        + " would show with 99.8 % probability that the load is even, if it is.";
    }
}
