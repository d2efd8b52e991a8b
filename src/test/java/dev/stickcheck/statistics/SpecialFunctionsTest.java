package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialFunctionsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithCommonsMathWrittenByOthers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            double a = Math.exp(random.nextDouble(-3, 8));
            double b = Math.exp(random.nextDouble(-3, 8));
            double x = random.nextDouble();
            assertThat(SpecialFunctions.logBeta(a, b))
                    .as("ln B(%s, %s), seed %d", a, b, seed)
                    .isCloseTo(Beta.logBeta(a, b), within(1e-9));
            assertThat(SpecialFunctions.regularizedBeta(x, a, b))
                    .as("I_%s(%s, %s), seed %d", x, a, b, seed)
                    .isCloseTo(Beta.regularizedBeta(x, a, b), within(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void inverseBetaUndoesTheBetaHoweverSmall(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            double a = Math.exp(random.nextDouble(-1, 6));
            double b = Math.exp(random.nextDouble(-1, 20));
            double p = random.nextDouble(0.001, 0.999);
            double x = SpecialFunctions.inverseBeta(p, a, b);
            assertThat(SpecialFunctions.regularizedBeta(x, a, b))
                    .as("p=%s a=%s b=%s, seed %d", p, a, b, seed)
                    .isCloseTo(p, within(1e-9));
        }
    }

    @Test
    void logOfAnUnderflownBetaIsNoEvidenceRatherThanAnError() {
        assertThat(SpecialFunctions.logRegularizedBeta(0.05, 5000, 10)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(SpecialFunctions.logRegularizedBetaComplement(0.95, 10, 5000))
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    /// STATISTICS 8: 1 − cdf loses this tail altogether.
    @Test
    void chiSquareSurvivalKeepsTheTail() {
        assertThat(1 - SpecialFunctions.chiSquareCdf(80, 2)).isZero();
        assertThat(SpecialFunctions.chiSquareSurvival(80, 2)).isCloseTo(4.248e-18, within(1e-21));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 9, 49, 999})
    void chiSquareQuantileAgreesWithCommonsStatistics(double degreesOfFreedom) {
        ChiSquaredDistribution reference = ChiSquaredDistribution.of(degreesOfFreedom);
        for (double p : new double[] {0.001, 0.05, 0.5, 0.95, 0.998}) {
            assertThat(SpecialFunctions.chiSquareQuantile(p, degreesOfFreedom))
                    .isCloseTo(reference.inverseCumulativeProbability(p), within(1e-6));
        }
    }

    @Test
    void binomialTailsAddUp() {
        assertThat(SpecialFunctions.binomialCdf(59, 0, 0.05)).isCloseTo(Math.pow(0.95, 59), within(1e-15));
        assertThat(SpecialFunctions.binomialUpperTail(59, 59, 0.05)).isCloseTo(Math.pow(0.05, 59), within(1e-90));
        assertThat(SpecialFunctions.binomialCdf(100, 7, 0.05) + SpecialFunctions.binomialUpperTail(100, 8, 0.05))
                .isCloseTo(1, within(1e-14));
        assertThat(SpecialFunctions.binomialCdf(5, -1, 0.5)).isZero();
        assertThat(SpecialFunctions.binomialCdf(5, 5, 0.5)).isOne();
        assertThat(SpecialFunctions.binomialUpperTail(5, 0, 0.5)).isOne();
        assertThat(SpecialFunctions.binomialUpperTail(5, 6, 0.5)).isZero();
    }

    @Test
    void normalQuantileAgreesWithCommonsStatistics() {
        for (double p : new double[] {1e-9, 0.025, 0.05, 0.5, 0.95, 0.975, 0.999}) {
            assertThat(SpecialFunctions.normalQuantile(p))
                    .isCloseTo(NormalDistribution.of(0, 1).inverseCumulativeProbability(p), within(1e-12));
        }
    }
}
