package dev.stickcheck.model;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The limits that the checks hold a measurement against. Rates are fractions.
///
/// @param maxStickinessFailures largest acceptable share of sessions that move without an accepted cause
/// @param maxImbalance largest acceptable imbalance of the load, by `evenness`
/// @param maxErrors largest acceptable share of requests that fail
/// @param maxP95 largest acceptable 95th percentile of the response time; null: not checked
/// @param confidence 1 − the error probability of one wrong verdict
/// @param accepted causes of moves that count as failures otherwise
/// @param evenness what is held against `maxImbalance`
public record Thresholds(
        double maxStickinessFailures,
        double maxImbalance,
        double maxErrors,
        @Nullable Duration maxP95,
        double confidence,
        Set<MoveCause> accepted,
        EvennessMeasure evenness) {
    public static final Thresholds DEFAULT = new Thresholds(0.05, 0.30, 0.01, null, 0.95);

    public Thresholds(
            double maxStickinessFailures,
            double maxImbalance,
            double maxErrors,
            @Nullable Duration maxP95,
            double confidence) {
        this(maxStickinessFailures, maxImbalance, maxErrors, maxP95, confidence, Set.of(), EvennessMeasure.VARIATION);
    }

    public Thresholds {
        accepted = Set.copyOf(accepted);
        if (!(maxStickinessFailures > 0 && maxStickinessFailures < 1)) {
            throw new IllegalArgumentException("max stickiness failures must lie between 0 and 1");
        }
        if (!(maxImbalance > 0)) {
            throw new IllegalArgumentException("max imbalance must be positive");
        }
        if (!(maxErrors >= 0 && maxErrors <= 1)) {
            throw new IllegalArgumentException("max errors must lie between 0 and 1");
        }
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must lie between 50% and 100%");
        }
    }

    /// Whether a session that moved for this cause did not stick.
    public boolean counts(MoveCause cause) {
        return cause.failure() && !accepted.contains(cause);
    }

    /// The error probability of one wrong verdict.
    public double alpha() {
        return 1 - confidence;
    }
}
