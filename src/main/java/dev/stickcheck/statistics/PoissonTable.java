package dev.stickcheck.statistics;

/// Poisson probabilities relative to the most probable count.
final class PoissonTable {
    private PoissonTable() {}

    /// The probabilities of 0..n, up to a common factor.
    ///
    /// By recurrence outward from the mode: no factorial, no exponential, and no overflow for any mean.
    static double[] relative(double mean, int n) {
        double[] relative = new double[n + 1];
        int mode = (int) Math.min(n, Math.floor(mean));
        relative[mode] = 1;
        for (int i = mode; i < n; i++) {
            relative[i + 1] = relative[i] * mean / (i + 1);
        }
        for (int i = mode; i > 0; i--) {
            relative[i - 1] = relative[i] * i / mean;
        }
        return relative;
    }
}
