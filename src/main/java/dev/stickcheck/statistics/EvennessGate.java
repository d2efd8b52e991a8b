package dev.stickcheck.statistics;

/// Decides whether the load is even enough, with three outcomes (STATISTICS 4.4).
///
/// PASS when counts this even would be rare (`alpha`) were the true imbalance at the limit, FAIL when counts this
/// uneven would be. The limit is on W, which is the coefficient of variation for equal shares.
public final class EvennessGate {
    /// Beyond this the number of instances is a misreading (ids that name requests), not a cluster.
    static final int MOST_INSTANCES = 10_000;

    private EvennessGate() {}

    /// The values of W up to which `n` units pass, and from which they fail.
    ///
    /// Exact for two and three instances up to a million outcomes, by simulation with a fixed seed beyond. Where no
    /// load can exceed the limit (W is at most √((1−w)/w) for the smallest share w, so 1 for two equal instances),
    /// every count passes; above 10,000 instances nothing is decided.
    public static CriticalValues criticalValues(double[] shares, long n, double limit, double alpha) {
        double[] expected = Shares.normalised(shares);
        StickinessEvidence.requireAlpha(alpha);
        requireLimit(limit);
        if (n < 1 || expected.length > MOST_INSTANCES) {
            return CriticalValues.NONE;
        }
        if (!HotAlternative.possible(expected, limit)) {
            return CriticalValues.ALL_PASS;
        }
        double[] hot = HotAlternative.probabilities(expected, limit);
        return EnumeratedQuantiles.feasible(expected.length, n)
                ? EnumeratedQuantiles.criticalValues(expected, hot, (int) n, alpha)
                : SimulatedQuantiles.criticalValues(expected, hot, n, alpha);
    }

    /// What independent units show.
    public static Decision decide(long[] counts, double[] shares, double limit, double alpha) {
        return decide(counts, shares, limit, alpha, Double.POSITIVE_INFINITY);
    }

    /// What clustered units show that are worth only `effectiveUnits` independent ones ([DesignEffect]).
    ///
    /// χ² and the number of units shrink by the same design effect, so W stays and only the critical values widen.
    public static Decision decide(long[] counts, double[] shares, double limit, double alpha, double effectiveUnits) {
        double[] expected = Shares.normalised(shares);
        long n = Shares.total(counts, expected);
        long independent = (long) Math.floor(Math.min((double) n, effectiveUnits));
        double squares = Shares.weightedSquares(counts, Shares.squareWeights(expected));
        double w = n == 0 ? 0 : Shares.effectSize(squares, counts.length, (double) n);
        return criticalValues(expected, independent, limit, alpha).decide(w);
    }

    static void requireLimit(double limit) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("the limit of imbalance must be positive, got " + limit);
        }
    }
}
