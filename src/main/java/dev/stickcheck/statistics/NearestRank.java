package dev.stickcheck.statistics;

/// Quantiles by nearest rank (Hyndman & Fan's type 1, as an HdrHistogram counts): the smallest value that at least
/// the part q of all values does not exceed. Always a value that was measured, whatever the scale.
final class NearestRank {
    /// Keeps a product such as 0.95 · 60 from being rounded above its whole number.
    private static final double TIE = 1e-9;

    private NearestRank() {}

    /// The rank, from 1, of the `quantile` of `n` values.
    static long rank(long n, double quantile) {
        return Math.max(1, (long) Math.ceil(quantile * n - TIE));
    }

    static long of(long[] ascending, double quantile) {
        return ascending[(int) rank(ascending.length, quantile) - 1];
    }
}
