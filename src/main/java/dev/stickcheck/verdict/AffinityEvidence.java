package dev.stickcheck.verdict;

import dev.stickcheck.model.ArmTime;
import dev.stickcheck.model.Change;
import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.Gain;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Speedup;
import dev.stickcheck.model.Standing;
import dev.stickcheck.statistics.GainRules;
import dev.stickcheck.statistics.QuantileRatio;
import dev.stickcheck.statistics.TrialFindings;
import org.jspecify.annotations.Nullable;

/// What a measurement says for and against affinity, before the application is known.
///
/// @param flaw why nothing follows from it; null when something does
/// @param instances known instances; 0 when none is
/// @param muchFaster p50 or p95 is certainly more than 15 % faster
/// @param faster p50 or p95 is certainly faster
/// @param slower p50 or p95 is certainly slower
/// @param slow whether p95 without affinity exceeds 2 seconds
record AffinityEvidence(
        Contrast contrast,
        @Nullable String flaw,
        int instances,
        Speedup p50,
        Speedup p95,
        boolean muchFaster,
        boolean faster,
        boolean slower,
        Standing slow,
        @Nullable Double slowMillis,
        Change cacheHits,
        @Nullable Double hitsOn,
        @Nullable Double hitsOff,
        Change queries,
        @Nullable Double queriesOn,
        @Nullable Double queriesOff) {
    private static final double SLOW_MILLIS = 2_000;

    static AffinityEvidence of(
            Contrast contrast, @Nullable String flaw, int instances, TrialFindings findings, double alpha) {
        QuantileRatio p50 = findings.service().get(0);
        QuantileRatio p95 = findings.service().get(1);
        // What either of two may show is held to half the error each (Holm 1979).
        Gain firm50 = GainRules.decide(p50, alpha / 2);
        Gain firm95 = GainRules.decide(p95, alpha / 2);
        ArmTime without = findings.response().get(1).off();
        return new AffinityEvidence(
                contrast,
                flaw,
                instances,
                Speedups.of(p50, alpha),
                Speedups.of(p95, alpha),
                firm50 == Gain.BETTER_15 || firm95 == Gain.BETTER_15,
                firm50.better() || firm95.better(),
                firm50 == Gain.WORSE || firm95 == Gain.WORSE,
                slow(without),
                without.value(),
                findings.cacheHits(),
                findings.on().cacheHitRate(),
                findings.off().cacheHitRate(),
                findings.queries(),
                findings.on().databaseQueries(),
                findings.off().databaseQueries());
    }

    private static Standing slow(ArmTime without) {
        Interval interval = without.interval();
        if (interval == null) {
            return Standing.UNKNOWN;
        }
        if (interval.low() > SLOW_MILLIS) {
            return Standing.MET;
        }
        return interval.high() <= SLOW_MILLIS ? Standing.NOT_MET : Standing.UNKNOWN;
    }

    /// Both quantiles are shown to be the same.
    boolean equal() {
        return p50.gain() == Gain.EQUIVALENT && p95.gain() == Gain.EQUIVALENT;
    }

    /// Whether an improvement of more than 15 % is shown, or excluded for both quantiles.
    Standing improvement() {
        if (muchFaster) {
            return Standing.MET;
        }
        return under15(p50) && under15(p95) ? Standing.NOT_MET : Standing.UNKNOWN;
    }

    private static boolean under15(Speedup speedup) {
        return switch (speedup.gain()) {
            case EQUIVALENT, BETTER_UNDER_15, WORSE -> true;
            case BETTER_15, BETTER_SIZE_UNKNOWN -> false;
            case INCONCLUSIVE ->
                speedup.interval() != null && speedup.interval().high() < 0.15;
        };
    }

    /// What the times show in words: both quantiles where one gains and the other loses.
    String why() {
        return faster && slower ? p50.why() + ", but " + p95.why() : clearest().why();
    }

    /// The quantile that shows the most.
    Speedup clearest() {
        Interval median = p50.interval();
        Interval tail = p95.interval();
        if (median == null || tail == null) {
            return tail == null ? p50 : p95;
        }
        boolean byMedian = (slower && !faster) ? median.high() < tail.high() : median.low() > tail.low();
        return byMedian ? p50 : p95;
    }
}
