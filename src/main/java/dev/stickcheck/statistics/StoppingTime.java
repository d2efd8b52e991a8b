package dev.stickcheck.statistics;

import java.util.Arrays;

/// Follows the number of failures, session by session, until the test stops (STATISTICS 3.2): exact, no simulation.
///
/// The states of session n are the undecided failure counts, a band of width O(√n) between the two boundaries. It may
/// start from sessions that were judged already.
final class StoppingTime {
    private static final double ROUNDING = 1e-12;
    /// What is still undecided with less than this changes no figure that is shown.
    private static final double NEGLIGIBLE = 1e-13;

    private final Boundaries test;
    private final double rate;
    private final int from;
    private final int max;
    private double[] undecided;
    private int low;
    private int high;
    private double pass;
    private double fail;
    private double expected;
    /// The probability that it has stopped after `from + i` sessions.
    private double[] stopped;
    private int last;

    private StoppingTime(Boundaries test, long sessions, long failures, double rate, int max) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("a failure rate must lie between 0 and 1, got " + rate);
        }
        if (max < 1) {
            throw new IllegalArgumentException("max sessions must be at least 1, got " + max);
        }
        StickinessEvidence.requireCounts(sessions, failures);
        this.test = test;
        this.rate = rate;
        this.from = Math.toIntExact(sessions);
        this.max = max;
        this.low = Math.toIntExact(failures);
        this.high = low;
        this.undecided = new double[low + 64];
        this.stopped = new double[64];
        undecided[low] = 1;
        follow();
    }

    static Operating of(Boundaries test, double trueRate, int max) {
        return new StoppingTime(test, 0, 0, trueRate, max).operating();
    }

    /// Goes on from `sessions` judged sessions with `failures` among them, up to `max` sessions in all.
    static StoppingTime from(Boundaries test, long sessions, long failures, double trueRate, int max) {
        return new StoppingTime(test, sessions, failures, trueRate, max);
    }

    private void follow() {
        int passNext = low;
        long passNextAt = test.passAt(passNext);
        int failFrom = low;
        long failFromUntil = test.failAt(failFrom);
        double left = 1;
        for (int n = from + 1; n <= max && low <= high && left > NEGLIGIBLE; n++) {
            if (high + 2 >= undecided.length) {
                undecided = Arrays.copyOf(undecided, undecided.length * 2);
            }
            for (int x = high + 1; x > low; x--) {
                undecided[x] = undecided[x] * (1 - rate) + undecided[x - 1] * rate;
            }
            undecided[low] *= 1 - rate;
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
            expected += (n - from) * (decided - before);
            left = 1 - decided;
            note(n, decided);
        }
    }

    private void note(int n, double decided) {
        last = n - from;
        if (last >= stopped.length) {
            stopped = Arrays.copyOf(stopped, Math.max(last + 1, stopped.length * 2));
        }
        stopped[last] = decided;
    }

    Operating operating() {
        double inconclusive = 0;
        for (int x = low; x <= high; x++) {
            inconclusive += undecided[x];
        }
        return new Operating(
                expected + (max - from) * inconclusive, within(0.5), within(0.95), pass, fail, inconclusive);
    }

    /// Further sessions after which it has stopped with this probability; the most there are when it has not by then.
    int within(double probability) {
        for (int i = 1; i <= last; i++) {
            if (stopped[i] >= probability - ROUNDING) {
                return i;
            }
        }
        return max - from;
    }

    /// Whether it stops with this probability before the most sessions are used up.
    boolean stopsWith(double probability) {
        return pass + fail >= probability - ROUNDING;
    }
}
