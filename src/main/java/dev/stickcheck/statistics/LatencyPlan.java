package dev.stickcheck.statistics;

/// Requests that a comparison of latencies needs (STATISTICS 5.4), from the asymptotic variance of a quantile.
public final class LatencyPlan {
    private LatencyPlan() {}

    /// What is known, or assumed, of the requests' times.
    ///
    /// @param sd of the logarithm of the latency
    /// @param deff the design effect of blocks: (standard error over blocks / that of independent requests)²
    /// @param alpha one-sided
    public record Noise(double sd, double deff, double alpha) {}

    /// Requests an arm to show, with `power`, that the quantile is more than `beyond` faster when it truly is
    /// `improvement` faster; with `beyond` 0, that it is faster at all.
    public static long toShow(double quantile, double improvement, double beyond, Noise noise, double power) {
        double distance = Math.abs(Math.log((1 - improvement) / (1 - beyond)));
        return requests(quantile, distance, noise, power);
    }

    /// Requests an arm to show that two equal quantiles differ by no more than `margin` (TOST, Schuirmann 1987).
    public static long toShowEqual(double quantile, double margin, Noise noise, double power) {
        return requests(quantile, Math.log1p(margin), noise, (1 + power) / 2);
    }

    private static long requests(double quantile, double distance, Noise noise, double power) {
        if (!(distance > 0)) {
            return Long.MAX_VALUE;
        }
        double z = SpecialFunctions.normalQuantile(1 - noise.alpha()) + SpecialFunctions.normalQuantile(power);
        return (long) Math.ceil(
                2 * z * z * noise.sd() * noise.sd() * variance(quantile) / (distance * distance) * noise.deff());
    }

    /// The smallest improvement that so many requests an arm show with `power`.
    public static double smallest(double quantile, long requests, Noise noise, double power) {
        double z = SpecialFunctions.normalQuantile(1 - noise.alpha()) + SpecialFunctions.normalQuantile(power);
        return -Math.expm1(-z * noise.sd() * Math.sqrt(2 * variance(quantile) * noise.deff() / requests));
    }

    /// q(1−q)/φ(z_q)²: the variance of a quantile of normal values, in units of theirs over n.
    static double variance(double quantile) {
        double z = SpecialFunctions.normalQuantile(quantile);
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return quantile * (1 - quantile) / (density * density);
    }
}
