package dev.stickcheck.statistics;

import java.time.Duration;

/// When an instance that says nothing counts as gone: conditioned on traffic, for silence without traffic says nothing
/// (STATISTICS 6.4d).
final class SilentInstance {
    private static final long SHORTEST = Duration.ofMinutes(5).toNanos();
    private static final double DAY = Duration.ofDays(1).toNanos();
    private static final double FALSE_ALARMS = 0.01;

    private SilentInstance() {}

    /// The assignments that must pass it by, m ≥ ln(D·w/f) / (−ln(1−w)), for at most `falseAlarms` a day.
    ///
    /// @param assignments a day
    /// @param share its share of them
    static long assignments(double assignments, double share, double falseAlarms) {
        return Math.max(1, (long) Math.ceil(Math.log(assignments * share / falseAlarms) / -Math.log1p(-share) - 1e-9));
    }

    /// Whether so many assignments since its last answer, which is so long ago, are too many.
    ///
    /// @param own assignments that it had got by its last answer, of `before` in all
    /// @param nanos how long the run is, and how long the instance has been silent in it
    static boolean is(long own, long before, long since, long run, long nanos) {
        if (nanos < SHORTEST || own == 0 || own == before) {
            return false;
        }
        double share = ExactInterval.lower(before, own, 0.05);
        return since >= assignments((before + since) * DAY / run, share, FALSE_ALARMS);
    }
}
