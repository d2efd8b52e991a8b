package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NonCentralChiSquareTest {
    /// STATISTICS 4.4.
    @ParameterizedTest
    @CsvSource({
        "14, 2, 5, 0.908444534365",
        "14, 2, 20, 0.196599083606",
        "20, 2, 9, 0.909040953617",
        "50, 9, 27, 0.887982043836"
    })
    void givesTheReferenceValues(double x, double degreesOfFreedom, double lambda, double expected) {
        assertThat(NonCentralChiSquare.cdf(x, degreesOfFreedom, lambda)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void isTheCentralDistributionWithoutNonCentrality() {
        assertThat(NonCentralChiSquare.cdf(3, 2, 0)).isCloseTo(1 - Math.exp(-1.5), within(1e-15));
        assertThat(NonCentralChiSquare.cdf(0, 2, 5)).isZero();
    }

    /// Normal about λ + df with variance 2(df + 2λ) when λ is huge; skewness is √8/√λ there.
    @Test
    void staysExactForABillionUnits() {
        double lambda = 2.5e8;
        double deviation = Math.sqrt(2 * (2 + 2 * lambda));
        assertThat(NonCentralChiSquare.cdf(lambda + 2, 2, lambda)).isCloseTo(0.5, within(1e-4));
        assertThat(NonCentralChiSquare.cdf(lambda + 2 + 1.6448536 * deviation, 2, lambda))
                .isCloseTo(0.95, within(1e-4));
        assertThat(NonCentralChiSquare.cdf(lambda / 2, 2, lambda)).isCloseTo(0, within(1e-12));
        assertThat(NonCentralChiSquare.cdf(lambda * 2, 2, lambda)).isCloseTo(1, within(1e-12));
    }

    @Test
    void inversionUndoesTheDistribution() {
        double lambda = NonCentralChiSquare.centralityWhereCdfIs(0.05, 14, 2);
        assertThat(NonCentralChiSquare.cdf(14, 2, lambda)).isCloseTo(0.05, within(1e-10));
        assertThat(NonCentralChiSquare.centralityWhereCdfIs(0.05, 0.02, 2)).isZero();
    }
}
