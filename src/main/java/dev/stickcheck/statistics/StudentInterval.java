package dev.stickcheck.statistics;

import dev.stickcheck.model.Interval;
import org.jspecify.annotations.Nullable;

/// An estimate give or take Student's quantile of its standard error.
final class StudentInterval {
    private StudentInterval() {}

    /// Null where the error is not known.
    ///
    /// @param units independent ones that the error was estimated from, one more than there are degrees of freedom
    /// @param alpha with which each end errs
    static @Nullable Interval of(double estimate, @Nullable Double error, long units, double alpha) {
        if (error == null || units < 2) {
            return null;
        }
        double half = SpecialFunctions.studentQuantile(1 - alpha, units - 1.0) * error;
        return new Interval(estimate - half, estimate + half);
    }
}
