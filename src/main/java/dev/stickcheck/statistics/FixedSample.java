package dev.stickcheck.statistics;

/// How many sessions a decision by [ExactInterval] needs when their number is fixed beforehand (STATISTICS 2, 3.2).
public final class FixedSample {
    private FixedSample() {}

    /// The fewest sessions that pass with so many failures.
    static long passAt(long failures, double limit, double alpha) {
        long n = failures + 1;
        long stride = 1;
        while (ExactInterval.decide(n + stride, failures, limit, alpha) != Decision.PASS) {
            n += stride;
            stride *= 2;
        }
        while (stride > 1) {
            stride /= 2;
            if (ExactInterval.decide(n + stride, failures, limit, alpha) != Decision.PASS) {
                n += stride;
            }
        }
        return n + 1;
    }

    /// The most sessions among which so many failures still fail; 0 when they never do.
    static long failAt(long failures, double limit, double alpha) {
        if (failures == 0 || ExactInterval.decide(failures, failures, limit, alpha) != Decision.FAIL) {
            return 0;
        }
        long n = failures;
        long stride = 1;
        while (ExactInterval.decide(n + stride, failures, limit, alpha) == Decision.FAIL) {
            n += stride;
            stride *= 2;
        }
        while (stride > 1) {
            stride /= 2;
            if (ExactInterval.decide(n + stride, failures, limit, alpha) == Decision.FAIL) {
                n += stride;
            }
        }
        return n;
    }

    /// The fewest sessions from which on the right decision comes with probability `power`; `most` when more are
    /// needed, as for every true rate close to the limit.
    ///
    /// The power is a saw: among the sessions that share a boundary it falls (PASS) or rises (FAIL), and it jumps
    /// back at the next boundary. A number is enough once no later tooth falls short.
    public static long sessions(double trueRate, double limit, double alpha, double power, long most) {
        StickinessEvidence.requireLimit(limit);
        StickinessEvidence.requireAlpha(alpha);
        long enough = most;
        for (long x = 0; ; x++) {
            boolean passing = trueRate < limit;
            long first = passing ? passAt(x, limit, alpha) : failAt(x, limit, alpha) + 1;
            long last = passing ? passAt(x + 1, limit, alpha) - 1 : failAt(x + 1, limit, alpha);
            if (first >= most) {
                return enough;
            }
            if (first > last) {
                continue;
            }
            if (passing) {
                boolean always = SpecialFunctions.binomialCdf(last, x, trueRate) >= power;
                enough = always ? Math.min(enough, first) : most;
            } else {
                long from = firstWithPower(first, last, x + 1, trueRate, power);
                enough = from == first ? Math.min(enough, first) : from <= last ? Math.min(from, most) : most;
            }
        }
    }

    /// The first number of sessions in a rising tooth at which `failures` or more are likely enough;
    /// `last + 1` if none.
    private static long firstWithPower(long first, long last, long failures, double trueRate, double power) {
        return Bisection.first(
                first - 1, last + 1, n -> SpecialFunctions.binomialUpperTail(n, failures, trueRate) >= power);
    }
}
