package dev.stickcheck.statistics;

/// Follows the number of failures, session by session, until the test stops (STATISTICS 3.2): exact, no simulation.
///
/// The states of session n are the undecided failure counts, a band of width O(√n) between the two boundaries.
final class StoppingTime {
    private static final double ROUNDING = 1e-12;

    private StoppingTime() {}

    static Operating of(SequentialTest test, double trueRate, int max) {
        if (!(trueRate >= 0 && trueRate <= 1)) {
            throw new IllegalArgumentException("a failure rate must lie between 0 and 1, got " + trueRate);
        }
        if (max < 1) {
            throw new IllegalArgumentException("max sessions must be at least 1, got " + max);
        }
        double[] undecided = new double[max + 2];
        undecided[0] = 1;
        int low = 0;
        int high = 0;
        double pass = 0;
        double fail = 0;
        double expected = 0;
        int median = max;
        int p95 = max;
        int passNext = 0;
        long passNextAt = test.passAt(0);
        int failFrom = 0;
        long failFromUntil = test.failAt(0);

        for (int n = 1; n <= max && low <= high; n++) {
            for (int x = high + 1; x > low; x--) {
                undecided[x] = undecided[x] * (1 - trueRate) + undecided[x - 1] * trueRate;
            }
            undecided[low] *= 1 - trueRate;
            high++;
            double before = pass + fail;
            while (passNextAt <= n) {
                passNextAt = test.passAt(++passNext);
            }
            while (low < passNext && low <= high) {
                pass += undecided[low];
                undecided[low++] = 0;
            }
            if (n >= test.minSessions()) {
                while (failFromUntil < n && failFrom <= high) {
                    failFromUntil = test.failAt(++failFrom);
                }
                while (high >= failFrom && high >= low) {
                    fail += undecided[high];
                    undecided[high--] = 0;
                }
            }
            double decided = pass + fail;
            expected += n * (decided - before);
            median = decided >= 0.5 - ROUNDING ? Math.min(median, n) : max;
            p95 = decided >= 0.95 - ROUNDING ? Math.min(p95, n) : max;
        }
        double inconclusive = 0;
        for (int x = low; x <= high; x++) {
            inconclusive += undecided[x];
        }
        return new Operating(expected + max * inconclusive, median, p95, pass, fail, inconclusive);
    }
}
