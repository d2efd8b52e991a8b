package dev.stickcheck.statistics;

import org.jspecify.annotations.Nullable;

/// Between which two order statistics a quantile lies, whatever the distribution (STATISTICS 5.2). For independent
/// values: drift and sessions make it optimistic, so it describes one arm and decides nothing.
///
/// @param low rank from 1; null where even the smallest value may lie above the quantile
/// @param high rank; null where even the largest value may lie below it
/// @param coverage the probability of the ranks' interval, at least the confidence asked for
record RankInterval(@Nullable Long low, @Nullable Long high, double coverage) {

    static RankInterval of(long n, double quantile, double confidence) {
        double tail = (1 - confidence) / 2;
        // P(X ≤ i−1) for the number X of values below the quantile.
        long above = Bisection.first(0, n + 1, i -> cdf(n, i - 1, quantile) > tail);
        Long low = above == 1 ? null : above - 1;
        long top = Bisection.first(0, n + 1, i -> 1 - cdf(n, i - 1, quantile) <= tail);
        Long high = top > n ? null : top;
        double up = high == null ? 1 : cdf(n, high - 1, quantile);
        double down = low == null ? 0 : cdf(n, low - 1, quantile);
        return new RankInterval(low, high, up - down);
    }

    /// The fewest values of which the largest, or for low quantiles the smallest, bounds it with an error of `tail`.
    static long fewest(double quantile, double tail) {
        return (long) Math.ceil(Math.log(tail) / Math.log(Math.max(quantile, 1 - quantile)) - 1e-9);
    }

    private static double cdf(long n, long x, double quantile) {
        return SpecialFunctions.binomialCdf(n, x, quantile);
    }
}
