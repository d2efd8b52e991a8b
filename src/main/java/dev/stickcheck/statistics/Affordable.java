package dev.stickcheck.statistics;

import dev.stickcheck.model.EvennessMeasure;
import dev.stickcheck.model.Question;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/// What a given number of requests can decide (STATISTICS 7, step 6).
final class Affordable {
    private static final int HALVINGS = 24;
    /// Beyond so many sessions the questions are of another kind.
    private static final long MOST = 20_000;

    private final Question question;
    private final SequentialTest test;

    Affordable(Question question, SequentialTest test) {
        this.question = question;
        this.test = test;
    }

    Price.Affordable within(long requests) {
        double[] shares = question.shares();
        long sessions = sessions(requests);
        long assignments = requests - sessions * (question.requestsPerSession() - 1L);
        long judged = Math.min(sessions, MOST);
        double power = question.power() == null ? Planner.SESSION_POWER : question.power();
        CriticalValues critical = shares.length < 2 ? CriticalValues.NONE : critical(shares, assignments);
        return new Price.Affordable(
                requests,
                sessions,
                assignments,
                passUpTo(sessions),
                failFrom(sessions),
                judged < 1 ? null : passesBelow((int) judged, power),
                judged < 1 ? null : failsAbove((int) judged, power),
                sessions < 1 ? 1 : test.interval(sessions, 0).high(),
                critical.passW() < 0 ? null : critical.passW(),
                Double.isInfinite(critical.failW()) ? null : critical.failW(),
                shares.length < 2 ? null : smallestImbalance(shares, assignments),
                improvement(requests, power));
    }

    /// As a probe mixes them: a session's first request is an assignment too, what is missing of those comes
    /// as sessions of one request, in step with the sessions that pass without a failure; whatever is left
    /// over is sessions.
    long sessions(long requests) {
        double[] shares = question.shares();
        long perSession = question.requestsPerSession();
        long wanted = shares.length < 2 ? 0 : AssignmentPlan.assignments(shares, question.thresholds());
        long clean = test.passAt(0);
        double both = clean * (double) perSession + Math.max(0, wanted - clean);
        if (requests < both) {
            return (long) (clean * (requests / both));
        }
        return requests >= wanted * perSession ? requests / perSession : (requests - wanted) / (perSession - 1);
    }

    private CriticalValues critical(double[] shares, long assignments) {
        double limit = question.thresholds().maxImbalance();
        double alpha = EvennessDecision.alphaOf(question.thresholds(), true);
        return switch (question.thresholds().evenness()) {
            case VARIATION -> EvennessGate.criticalValues(shares, assignments, limit, alpha);
            case MAX_DEVIATION -> DeviationGate.criticalValues(shares, assignments, limit, alpha);
        };
    }

    /// What passes with so many failures passes with fewer.
    private long passUpTo(long sessions) {
        return Bisection.first(-1, sessions + 1, failures -> test.decide(sessions, failures) != Decision.PASS) - 1;
    }

    private @Nullable Long failFrom(long sessions) {
        long failures = Bisection.first(-1, sessions + 1, x -> test.decide(sessions, x) == Decision.FAIL);
        return failures > sessions ? null : failures;
    }

    private @Nullable Double passesBelow(int sessions, double power) {
        DoublePredicate passes = rate -> test.operating(rate, sessions).pass() >= power;
        return passes.test(0) ? edge(0, test.limit(), passes) : null;
    }

    private @Nullable Double failsAbove(int sessions, double power) {
        DoublePredicate fails = rate -> test.operating(rate, sessions).fail() >= power;
        return fails.test(1) ? edge(1, test.limit(), fails) : null;
    }

    /// How far from `holds`, where a condition holds, towards `broken` it still does.
    private static double edge(double holds, double broken, DoublePredicate condition) {
        double in = holds;
        double out = broken;
        for (int i = 0; i < HALVINGS && Math.abs(out - in) > 1e-3 * Math.max(in, out); i++) {
            double middle = (in + out) / 2;
            if (condition.test(middle)) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return in;
    }

    private @Nullable Double smallestImbalance(double[] shares, long assignments) {
        DoublePredicate enough = limit -> limit > 0
                && assignments
                        >= (question.thresholds().evenness() == EvennessMeasure.VARIATION
                                ? AssignmentPlan.assignments(shares, limit, test.alpha())
                                : DeviationGate.units(shares, limit, test.alpha()));
        double largest = 10;
        return enough.test(largest) ? edge(largest, 0, enough) : null;
    }

    private @Nullable Double improvement(long requests, double power) {
        Question.Improvement wanted = question.improvement();
        if (wanted == null || requests < 2) {
            return null;
        }
        double sure = question.power() == null ? Planner.LATENCY_POWER : power;
        return LatencyPlan.smallest(
                0.95, requests / 2, new LatencyPlan.Noise(wanted.sd(), wanted.deff(), test.alpha()), sure);
    }
}
