package dev.stickcheck.statistics;

import dev.stickcheck.model.Thresholds;
import org.jspecify.annotations.Nullable;

/// How many further sessions would decide what is still open (STATISTICS 7).
public final class MoreSessions {
    /// More are no advice.
    private static final int MOST = 50_000;

    private MoreSessions() {}

    /// The rate to go on with: the one that was seen, and with none failed so far the one that a plan expects
    /// of a sound balancer, for nothing failed yet does not mean that nothing ever will.
    public static double rate(Thresholds thresholds, long judged, long failed) {
        return failed == 0 ? Planner.SOUND * thresholds.maxStickinessFailures() : (double) failed / judged;
    }

    /// Sessions beyond the `judged` ones after which the sequential test has decided with this probability at a true
    /// failure rate, by following it from where it stands; null when no usual number is enough, or when it is not
    /// sessions that are missing, because these decide already.
    public static @Nullable Long sequential(
            Thresholds thresholds, long judged, long failed, double trueRate, double probability) {
        SequentialTest test =
                new SequentialTest(thresholds.maxStickinessFailures(), thresholds.alpha(), Tally.FEWEST_SESSIONS);
        if (judged >= MOST || test.decide(judged, failed) != Decision.UNDECIDED) {
            return null;
        }
        StoppingTime time = StoppingTime.from(test, judged, failed, trueRate, MOST);
        return time.stopsWith(probability) ? (long) time.within(probability) : null;
    }

    /// A fixed number of sessions that decides rightly with this probability; null when no usual number does.
    public static @Nullable Long fixed(Thresholds thresholds, double trueRate, double probability) {
        return Planner.fixed(trueRate, thresholds.maxStickinessFailures(), thresholds.alpha(), probability);
    }
}
