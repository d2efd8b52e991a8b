package dev.stickcheck.statistics;

import org.jspecify.annotations.Nullable;

/// What an answer costs (STATISTICS 7). Null is beyond [Planner#MOST_SESSIONS], or not known.
///
/// @param sessions of the sequential test and of a fixed number
/// @param assignments after which a balanced load passes, and every instance has shown
/// @param assignmentsToSeeAll after which every instance has shown with 99 %
/// @param mechanism requests that tell what makes sessions stick; 0 when that is not asked
/// @param latency of a comparison; null when it is not asked for
/// @param requests in all, with as many sessions as the test takes with the power asked for
/// @param seconds that takes; null without a rate or a latency
/// @param affordable what a budget decides; null without one
public record Price(
        Sessions sessions,
        long assignments,
        long assignmentsToSeeAll,
        long mechanism,
        @Nullable Latency latency,
        @Nullable Long requests,
        @Nullable Double seconds,
        @Nullable Affordable affordable) {
    /// Sessions for the verdict on stickiness.
    ///
    /// @param expected mean number of sessions of a sequential run
    /// @param p95 sessions that suffice in 95 % of sequential runs
    /// @param atPower sessions that suffice with `power`
    /// @param power the probability of an answer
    /// @param fixed sessions of a run of a fixed number that decides rightly with `power`
    public record Sessions(
            @Nullable Double expected,
            @Nullable Long p95,
            @Nullable Long atPower,
            double power,
            @Nullable Long fixed) {}

    /// Requests an arm of a comparison, by the quantile that is compared.
    ///
    /// @param perArm for the larger of p50 and p95, and for ten blocks of a hundred at least
    public record Latency(long p50, long p95, long p99, long perArm, long blocks, double power) {}

    /// What so many sessions and assignments can decide.
    ///
    /// @param requests that fit into the budget, all kinds together
    /// @param passUpTo PASS with at most so many failures; −1 when nothing passes
    /// @param failFrom FAIL from so many failures on; null when nothing fails
    /// @param passesBelow true failure rates up to this pass with the power asked for; null when none does
    /// @param failsAbove true failure rates from this on fail with that power; null when none does
    /// @param smallestLimit the smallest limit that as many sessions without a failure pass
    /// @param evenUpTo the largest W, or deviation, that passes; null when nothing does
    /// @param unevenFrom the smallest that fails; null when nothing does
    /// @param smallestImbalance the smallest limit of imbalance that a balanced load passes with 99.8 %
    /// @param improvement the smallest gain in p95 that as many requests, half an arm, show; or null
    public record Affordable(
            long requests,
            long sessions,
            long assignments,
            long passUpTo,
            @Nullable Long failFrom,
            @Nullable Double passesBelow,
            @Nullable Double failsAbove,
            double smallestLimit,
            @Nullable Double evenUpTo,
            @Nullable Double unevenFrom,
            @Nullable Double smallestImbalance,
            @Nullable Double improvement) {}
}
