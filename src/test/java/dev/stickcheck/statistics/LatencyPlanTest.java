package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.statistics.LatencyPlan.Noise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// STATISTICS 5.4, alpha 0.05 one-sided, power 0.90. The tables there are rounded: one request either way.
class LatencyPlanTest {
    private static final Noise HALF = new Noise(0.5, 1, 0.05);

    @ParameterizedTest
    @CsvSource({"0.50, 1.570796", "0.90, 2.922110", "0.95, 4.465561", "0.99, 13.937053"})
    void knowsTheVarianceOfAQuantile(double quantile, double variance) {
        assertThat(LatencyPlan.variance(quantile)).isCloseTo(variance, within(5e-7));
    }

    @ParameterizedTest
    @CsvSource({"0.08, 968, 2751, 8584", "0.15, 255, 724, 2260", "0.25, 82, 232, 722", "0.05, 2557, 7268, 22683"})
    void showsThatItIsFasterWithSoMany(double improvement, long p50, long p95, long p99) {
        assertThat(LatencyPlan.toShow(0.50, improvement, 0, HALF, 0.9)).isCloseTo(p50, within(1L));
        assertThat(LatencyPlan.toShow(0.95, improvement, 0, HALF, 0.9)).isCloseTo(p95, within(1L));
        assertThat(LatencyPlan.toShow(0.99, improvement, 0, HALF, 0.9)).isCloseTo(p99, within(1L));
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.08, 991", "0.3, 0.15, 261", "1, 0.08, 11002", "1, 0.15, 2896"})
    void growsWithTheSpread(double sd, double improvement, long p95) {
        assertThat(LatencyPlan.toShow(0.95, improvement, 0, new Noise(sd, 1, 0.05), 0.9))
                .isCloseTo(p95, within(1L));
    }

    @ParameterizedTest
    @CsvSource({"0.20, 1831, 5203", "0.25, 430, 1221", "0.30, 179, 508", "0.40, 56, 158"})
    void provesThatItIsMoreThanFifteenPercentFaster(double truth, long p50, long p95) {
        assertThat(LatencyPlan.toShow(0.50, truth, 0.15, HALF, 0.9)).isCloseTo(p50, within(1L));
        assertThat(LatencyPlan.toShow(0.95, truth, 0.15, HALF, 0.9)).isCloseTo(p95, within(1L));
    }

    @ParameterizedTest
    @CsvSource({"0.05, 3571, 10151", "0.10, 936, 2661"})
    void provesThatItIsTheSame(double margin, long p50, long p95) {
        assertThat(LatencyPlan.toShowEqual(0.50, margin, HALF, 0.9)).isCloseTo(p50, within(1L));
        assertThat(LatencyPlan.toShowEqual(0.95, margin, HALF, 0.9)).isCloseTo(p95, within(1L));
    }

    @ParameterizedTest
    @CsvSource({"500, 0.178, 0.110", "2000, 0.093, 0.056", "10000, 0.043, 0.026"})
    void seesNoLessThanThis(long requests, double p95, double p50) {
        assertThat(LatencyPlan.smallest(0.95, requests, HALF, 0.9)).isCloseTo(p95, within(6e-4));
        assertThat(LatencyPlan.smallest(0.50, requests, HALF, 0.9)).isCloseTo(p50, within(6e-4));
    }

    @Test
    void needsEndlesslyManyForNoDifference() {
        assertThat(LatencyPlan.toShow(0.95, 0.15, 0.15, HALF, 0.9)).isEqualTo(Long.MAX_VALUE);
    }
}
