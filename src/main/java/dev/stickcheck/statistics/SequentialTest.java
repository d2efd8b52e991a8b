package dev.stickcheck.statistics;

import dev.stickcheck.model.Interval;
import java.util.function.LongPredicate;

/// Decides after every session whether sessions stick well enough (STATISTICS 3).
///
/// @param limit the failure rate that divides good from bad
/// @param alpha the probability of a wrong PASS, and of a wrong FAIL, however long it runs
/// @param minSessions no decision on fewer: the evidence needs none, but two sessions convince nobody
public record SequentialTest(double limit, double alpha, int minSessions) implements Boundaries {
    /// Stands for "no number of sessions": beyond any count that is ever judged.
    public static final long NEVER = Long.MAX_VALUE;

    private static final long MOST_SESSIONS = 1L << 50;

    public SequentialTest {
        StickinessEvidence.requireLimit(limit);
        StickinessEvidence.requireAlpha(alpha);
        if (minSessions < 1) {
            throw new IllegalArgumentException("min sessions must be at least 1, got " + minSessions);
        }
    }

    /// What `failures` among the first `sessions` resolved sessions, in launch order, show.
    public Decision decide(long sessions, long failures) {
        StickinessEvidence.requireCounts(sessions, failures);
        if (sessions < minSessions) {
            return Decision.UNDECIDED;
        }
        // On its own side of the limit a likelihood ratio never exceeds 1, so only the other one can decide.
        if (failures < limit * sessions) {
            return passes(sessions, failures) ? Decision.PASS : Decision.UNDECIDED;
        }
        return fails(sessions, failures) ? Decision.FAIL : Decision.UNDECIDED;
    }

    /// The anytime-valid interval that matches the decision.
    public Interval interval(long sessions, long failures) {
        return StickinessEvidence.anytimeInterval(sessions, failures, alpha);
    }

    /// The fewest sessions that pass with so many failures, or [#NEVER].
    @Override
    public long passAt(long failures) {
        StickinessEvidence.requireCounts(Long.MAX_VALUE, failures);
        long from = Math.max(failures, 1);
        return Math.max(minSessions, first(from, n -> passes(n, failures)));
    }

    /// The most sessions among which so many failures still fail; 0 when they never do.
    @Override
    public long failAt(long failures) {
        StickinessEvidence.requireCounts(Long.MAX_VALUE, failures);
        long from = Math.max(failures, 1);
        long last = first(from, n -> !fails(n, failures)) - 1;
        return last < Math.max(from, minSessions) ? 0 : last;
    }

    /// After how many sessions it would decide if failures went on coming at the rate seen so far, or `most` if not
    /// before. A look ahead for a person who waits: no statement about the true rate.
    public long forecast(long sessions, long failures, long most) {
        StickinessEvidence.requireCounts(sessions, failures);
        if (sessions >= most) {
            return sessions;
        }
        double rate = sessions == 0 ? 0 : (double) failures / sessions;
        LongPredicate decides = n -> n > most || decide(n, Math.round(rate * n)) != Decision.UNDECIDED;
        return Math.min(most, first(Math.max(1, sessions), decides));
    }

    /// The mean number of sessions until a decision, or until `max`, at a true failure rate.
    public double expectedSessions(double trueRate, int max) {
        return operating(trueRate, max).expected();
    }

    /// How the test behaves at a true failure rate when it gives up after `max` sessions (STATISTICS 3.2).
    public Operating operating(double trueRate, int max) {
        return StoppingTime.of(this, trueRate, max);
    }

    private boolean passes(long n, long x) {
        return StickinessEvidence.logPass(n, x, limit) >= -Math.log(alpha);
    }

    private boolean fails(long n, long x) {
        return StickinessEvidence.logFail(n, x, limit) >= -Math.log(alpha);
    }

    /// The smallest n from `from` on where a condition holds that, once true, stays true.
    private static long first(long from, LongPredicate holds) {
        if (holds.test(from)) {
            return from;
        }
        long low = from;
        long stride = 1;
        while (!holds.test(low + stride)) {
            low += stride;
            stride *= 2;
            if (low + stride > MOST_SESSIONS) {
                return NEVER;
            }
        }
        return Bisection.first(low, low + stride, holds);
    }
}
