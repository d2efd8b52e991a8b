package dev.stickcheck.statistics;

import dev.stickcheck.model.Interval;

/// Intervals and decisions for a fixed number of trials that never err more often than they say (STATISTICS 2).
///
/// Clopper & Pearson (1934) for the gate, because a gate needs the worst case: with no failure Wilson's passes at
/// 52 sessions, and wrongly with 6.9 %. Wilson (1927) for display.
public final class ExactInterval {
    /// Keeps a tail that equals alpha exactly from counting as smaller through rounding.
    private static final double TIE = 1e-12;

    private ExactInterval() {}

    /// The one-sided lower bound: the rate at which `x` or more of `n` have probability `alpha`.
    public static double lower(long n, long x, double alpha) {
        StickinessEvidence.requireCounts(n, x);
        if (x == 0) {
            return 0;
        }
        return x == n ? Math.exp(Math.log(alpha) / n) : SpecialFunctions.inverseBeta(alpha, (double) x, n - x + 1.0);
    }

    /// The one-sided upper bound: the rate at which `x` or fewer of `n` have probability `alpha`.
    public static double upper(long n, long x, double alpha) {
        StickinessEvidence.requireCounts(n, x);
        if (x == n) {
            return 1;
        }
        return x == 0
                ? -Math.expm1(Math.log(alpha) / n)
                : SpecialFunctions.inverseBeta(1 - alpha, x + 1.0, (double) (n - x));
    }

    /// Both bounds, each at `alpha`: the interval that matches [#decide].
    public static Interval interval(long n, long x, double alpha) {
        return new Interval(lower(n, x, alpha), upper(n, x, alpha));
    }

    /// PASS when the upper bound is at most the limit, FAIL when the lower bound is above it.
    ///
    /// Decided by the tails at the limit, which says the same without inverting anything.
    public static Decision decide(long n, long x, double limit, double alpha) {
        StickinessEvidence.requireCounts(n, x);
        if (n > 0 && x < n && SpecialFunctions.binomialCdf(n, x, limit) <= alpha * (1 + TIE)) {
            return Decision.PASS;
        }
        return SpecialFunctions.binomialUpperTail(n, x, limit) < alpha * (1 - TIE) ? Decision.FAIL : Decision.UNDECIDED;
    }

    /// Wilson's score interval with the given two-sided confidence, for display.
    public static Interval wilson(long n, long x, double confidence) {
        StickinessEvidence.requireCounts(n, x);
        if (n == 0) {
            return new Interval(0, 1);
        }
        double z = SpecialFunctions.normalQuantile((1 + confidence) / 2);
        double rate = (double) x / n;
        double z2 = z * z / n;
        double middle = (rate + z2 / 2) / (1 + z2);
        double half = z / (1 + z2) * Math.sqrt(rate * (1 - rate) / n + z2 / (4.0 * n));
        return new Interval(x == 0 ? 0 : Math.max(0, middle - half), x == n ? 1 : Math.min(1, middle + half));
    }
}
