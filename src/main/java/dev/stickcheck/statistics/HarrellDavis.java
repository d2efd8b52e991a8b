package dev.stickcheck.statistics;

/// The quantile of Harrell & Davis (1982): all order statistics, weighted by how likely each is the quantile. Smoother
/// than nearest rank, shown beside it.
final class HarrellDavis {
    /// Weights further than so many standard deviations from their centre are below 1e-15.
    private static final double REACH = 9;

    private HarrellDavis() {}

    /// Σ (I_{i/n} − I_{(i−1)/n})·x₍ᵢ₎ with the incomplete beta of a = (n+1)q, b = (n+1)(1−q).
    static double of(double[] ascending, double quantile) {
        int n = ascending.length;
        double a = (n + 1) * quantile;
        double b = (n + 1) * (1 - quantile);
        double reach = REACH * Math.sqrt(quantile * (1 - quantile) * n) + 50;
        int from = (int) Math.max(0, Math.floor(n * quantile - reach));
        int to = (int) Math.min(n, Math.ceil(n * quantile + reach));
        double below = SpecialFunctions.regularizedBeta((double) from / n, a, b);
        double sum = below * ascending[from];
        for (int i = from; i < to; i++) {
            double upTo = SpecialFunctions.regularizedBeta((i + 1.0) / n, a, b);
            sum += (upTo - below) * ascending[i];
            below = upTo;
        }
        return sum + (1 - below) * ascending[to - 1];
    }
}
