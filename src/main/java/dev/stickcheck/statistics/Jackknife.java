package dev.stickcheck.statistics;

import org.jspecify.annotations.Nullable;

/// The standard error of an estimate from the values that it takes with one observation left out at a time (Quenouille
/// 1956, Tukey 1958): √((n−1)/n · Σ(θ₍ᵢ₎ − θ̄)²).
final class Jackknife {
    private long n;
    private double mean;
    private double squares;

    void without(double value) {
        without(value, 1);
    }

    /// A value that leaving out any of `times` observations gives.
    void without(double value, long times) {
        double off = value - mean;
        n += times;
        mean += off * times / n;
        squares += off * (value - mean) * times;
    }

    /// Null below two observations, or when the estimate cannot do without one of them.
    @Nullable
    Double standardError() {
        double error = Math.sqrt(squares * (n - 1) / n);
        return n < 2 || Double.isNaN(error) ? null : error;
    }
}
