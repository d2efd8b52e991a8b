package dev.stickcheck.statistics;

/// An early warning: sums what speaks against a limit and forgets what speaks for it (Page 1954, STATISTICS 6.4b).
///
/// S ← max(0, S + m) after a failure, max(0, S − 1) after a success; its drift is zero at a rate of 1/(m+1).
/// It warns at 5·m + 1: with a limit of 5 % every 110,000 sessions on average where 2 % fail, and after 33
/// where 20 % do.
final class Cusum {
    private final int step;
    private final int alarmAt;
    private int sum;

    /// @param limit the rate at which it drifts neither way
    Cusum(double limit) {
        this(limit, 5 * step(limit) + 1);
    }

    /// @param alarmAt the sum that is an alarm
    Cusum(double limit, int alarmAt) {
        this.step = step(limit);
        this.alarmAt = alarmAt;
    }

    private static int step(double limit) {
        StickinessEvidence.requireLimit(limit);
        return Math.clamp(Math.round(1 / limit) - 1, 1, 1_000_000);
    }

    /// One more session; whether there is an alarm, which lasts until it is [#reset()] or forgotten.
    boolean observe(boolean failed) {
        sum = after(sum, failed);
        return sum >= alarmAt;
    }

    /// The sum after one more session.
    int after(int before, boolean failed) {
        return failed ? before + step : Math.max(0, before - 1);
    }

    /// Whether nothing speaks against the limit.
    boolean quiet() {
        return sum == 0;
    }

    void reset() {
        sum = 0;
    }
}
