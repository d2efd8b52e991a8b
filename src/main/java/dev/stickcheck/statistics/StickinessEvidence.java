package dev.stickcheck.statistics;

import dev.stickcheck.model.Interval;

/// Evidence that may be looked at after every session without paying for looking (STATISTICS 3.1).
///
/// Both numbers are logarithms of mixture likelihood ratios against the limit. Under a true failure rate on the
/// other side they are supermartingales, so that by Ville's inequality (1939) the probability of *ever* reaching
/// ln(1/α) is at most α.
public final class StickinessEvidence {
    /// The smallest limit tried for a lower bound, as a part of the observed rate: below it the evidence is flat.
    private static final double FLOOR = 1e-9;

    private static final double RELATIVE_PRECISION = 1e-14;
    private static final int HALVINGS = 1100;

    private StickinessEvidence() {}

    /// ln of the evidence that the failure rate is below `limit`, after `n` sessions with `x` failures.
    ///
    /// Beta(½, ½) truncated to [0, limit): the prior's constant lnB(½,½) + ln I_p(½,½) is ln(2·asin √p).
    public static double logPass(long n, long x, double limit) {
        requireCounts(n, x);
        requireLimit(limit);
        double a = 0.5 + x;
        double b = 0.5 + (n - x);
        double prior = Math.log(2 * Math.asin(Math.sqrt(limit)));
        return SpecialFunctions.logBeta(a, b)
                + SpecialFunctions.logRegularizedBeta(limit, a, b)
                - prior
                - logLikelihood(n, x, limit);
    }

    /// ln of the evidence that the failure rate is above `limit`.
    ///
    /// Beta(1, b) truncated to (limit, 1], b = 1/(4·limit): the prior's constant is b·ln(1−p) − ln b.
    public static double logFail(long n, long x, double limit) {
        requireCounts(n, x);
        requireLimit(limit);
        double priorB = 1 / (4 * limit);
        double a = 1.0 + x;
        double b = priorB + (n - x);
        double prior = priorB * Math.log1p(-limit) - Math.log(priorB);
        return SpecialFunctions.logBeta(a, b)
                + SpecialFunctions.logRegularizedBetaComplement(limit, a, b)
                - prior
                - logLikelihood(n, x, limit);
    }

    /// The failure rates that the evidence has not refuted, each side at `alpha`, valid however often it
    /// is looked at.
    ///
    /// PASS at a limit means that the high end is at most that limit, FAIL that the low end is at least that.
    public static Interval anytimeInterval(long n, long x, double alpha) {
        requireCounts(n, x);
        requireAlpha(alpha);
        double threshold = -Math.log(alpha);
        return new Interval(lower(n, x, threshold), upper(n, x, threshold));
    }

    private static double upper(long n, long x, double threshold) {
        if (x == n) {
            return 1;
        }
        double low = (double) x / n;
        double high = 1;
        for (int i = 0; i < HALVINGS && high - low > RELATIVE_PRECISION * high; i++) {
            double middle = (low + high) / 2;
            if (logPass(n, x, middle) >= threshold) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static double lower(long n, long x, double threshold) {
        if (x == 0) {
            return 0;
        }
        double high = (double) x / n;
        double low = high * FLOOR;
        // Towards 0 the evidence levels off at 4^x·x!·e^¼: one failure alone never excludes any rate.
        if (logFail(n, x, low) < threshold) {
            return 0;
        }
        for (int i = 0; i < HALVINGS && high - low > RELATIVE_PRECISION * high; i++) {
            double middle = (low + high) / 2;
            if (logFail(n, x, middle) >= threshold) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double logLikelihood(long n, long x, double p) {
        return x * Math.log(p) + (n - x) * Math.log1p(-p);
    }

    static void requireCounts(long n, long x) {
        if (x < 0 || x > n) {
            throw new IllegalArgumentException("failures must lie between 0 and " + n + " sessions, got " + x);
        }
    }

    static void requireLimit(double limit) {
        if (!(limit > 0 && limit < 1)) {
            throw new IllegalArgumentException("the limit must lie between 0 and 1, got " + limit);
        }
    }

    static void requireAlpha(double alpha) {
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha must lie between 0 and 0.5, got " + alpha);
        }
    }
}
