package dev.stickcheck.statistics;

/// When an instance that says nothing counts as gone: conditioned on traffic, for silence without traffic says nothing
/// (STATISTICS 6.4d).
final class SilentInstance {
    private SilentInstance() {}

    /// The assignments that must pass it by, m ≥ ln(D·w/f) / (−ln(1−w)), for at most `falseAlarms` a day.
    ///
    /// @param assignments a day
    /// @param share its share of them
    static long assignments(double assignments, double share, double falseAlarms) {
        return Math.max(1, (long) Math.ceil(Math.log(assignments * share / falseAlarms) / -Math.log1p(-share) - 1e-9));
    }
}
