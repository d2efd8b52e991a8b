package dev.stickcheck.statistics;

/// An early warning: sums what speaks against a limit and forgets what speaks for it (Page 1954, STATISTICS 6.4b).
///
/// S ← max(0, S + m) after a failure, max(0, S − 1) after a success; its drift is zero at a rate of 1/(m+1).
final class Cusum {
    private final int step;
    private final int alarmAt;
    private int sum;

    /// @param limit the rate at which it drifts neither way
    /// @param alarmAt the sum that is an alarm
    Cusum(double limit, int alarmAt) {
        StickinessEvidence.requireLimit(limit);
        this.step = (int) Math.round(1 / limit) - 1;
        this.alarmAt = alarmAt;
    }

    /// One more session; true when that is an alarm, after which it begins anew.
    boolean observe(boolean failed) {
        sum = failed ? sum + step : Math.max(0, sum - 1);
        if (sum < alarmAt) {
            return false;
        }
        sum = 0;
        return true;
    }

    /// The mean number of sessions between alarms at a true rate: the solution of L(s) = 1 + p·L(s+m) + (1−p)·L(s−1),
    /// by elimination in a band: each unknown depends on the next lower one and one m higher.
    static double meanBetweenAlarms(double limit, int alarmAt, double trueRate) {
        int m = (int) Math.round(1 / limit) - 1;
        double[][] rows = new double[alarmAt][alarmAt + 1];
        for (int s = 0; s < alarmAt; s++) {
            rows[s][s] += 1;
            rows[s][Math.max(0, s - 1)] -= 1 - trueRate;
            if (s + m < alarmAt) {
                rows[s][s + m] -= trueRate;
            }
            rows[s][alarmAt] = 1;
        }
        return LinearSystem.solve(rows)[0];
    }
}
