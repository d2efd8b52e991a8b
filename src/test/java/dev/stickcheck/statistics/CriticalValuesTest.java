package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriticalValuesTest {
    private static final double[] TWO = {1, 1};
    private static final double[] THREE = {1, 1, 1};

    /// STATISTICS 4.4, k = 3, in Σc²: up to this PASS, from that FAIL; and how often balance passes.
    @ParameterizedTest
    @CsvSource({
        "100, 3406, 4114, 0.67179",
        "183, 11529, 13265, 0.95258",
        "201, 13925, 15921, 0.96965",
        "300, 31262, 34898, -1"
    })
    void threeInstancesAreJudgedExactly(int n, long pass, long fail, double balancedPasses) {
        long largestPass = 0;
        long smallestFail = Long.MAX_VALUE;
        CriticalValues critical = EvennessGate.criticalValues(THREE, n, 0.30, 0.05);
        double[] balanced = PoissonTable.relative(n / 3.0, n);
        double passing = 0;
        double all = 0;
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= n - i; j++) {
                int k = n - i - j;
                long squares = (long) i * i + (long) j * j + (long) k * k;
                double mass = balanced[i] * balanced[j] * balanced[k];
                all += mass;
                Decision decision = critical.decide(Math.sqrt(Math.max(0, 3.0 * squares / n / n - 1)));
                if (decision == Decision.PASS) {
                    largestPass = Math.max(largestPass, squares);
                    passing += mass;
                } else if (decision == Decision.FAIL) {
                    smallestFail = Math.min(smallestFail, squares);
                }
            }
        }
        assertThat(largestPass).isEqualTo(pass);
        assertThat(smallestFail).isEqualTo(fail);
        if (balancedPasses > 0) {
            assertThat(passing / all).isCloseTo(balancedPasses, within(5.001e-6));
        }
    }

    /// STATISTICS 4.4.
    @ParameterizedTest
    @CsvSource({
        "2, 171, 0.169590643, 0.426900585, 6e-10",
        "2, 400, 0.215, 0.385, 1e-12",
        "3, 100, 0.147648, 0.483942, 6e-7",
        "3, 300, 0.205102, 0.404063, 6e-7"
    })
    void criticalValuesAreExact(int k, long n, double pass, double fail, double tolerance) {
        CriticalValues critical = EvennessGate.criticalValues(Shares.equal(k), n, 0.30, 0.05);
        assertThat(critical.passW()).isCloseTo(pass, within(tolerance));
        assertThat(critical.failW()).isCloseTo(fail, within(tolerance));
    }

    /// STATISTICS 4.4, from 100,000 other draws; a quantile of W is uncertain by about 0.001 in each.
    @ParameterizedTest
    @CsvSource({
        "5, 240, 0.2033, 0.4384, 0.003",
        "10, 301, 0.2309, 0.4537, 0.003",
        "50, 600, 0.326, 0.504, 0.003",
        "50, 1000, 0.298329, 0.447772, 0.003"
    })
    void criticalValuesAreSimulatedForMore(int k, long n, double pass, double fail, double tolerance) {
        CriticalValues critical = EvennessGate.criticalValues(Shares.equal(k), n, 0.30, 0.05);
        assertThat(critical.passW()).isCloseTo(pass, within(tolerance));
        assertThat(critical.failW()).isCloseTo(fail, within(tolerance));
        assertThat(EvennessGate.criticalValues(Shares.equal(k), n, 0.30, 0.05)).isEqualTo(critical);
    }

    /// STATISTICS 4.4: from 152 on a balanced load over two instances passes with 95 %, at 151 it does not.
    @Test
    void twoInstancesNeedSoMany() {
        assertThat(balancedPassesOfTwo(152)).isGreaterThanOrEqualTo(0.95);
        assertThat(balancedPassesOfTwo(151)).isLessThan(0.95);
    }

    /// Simulation and enumeration answer alike where both can: three instances, 310 units, 100,000 draws.
    @Test
    void simulationAgreesWithEnumeration() {
        double[] shares = Shares.normalised(new double[] {5, 3, 2});
        double[] hot = HotAlternative.probabilities(shares, 0.30);
        CriticalValues exact = EnumeratedQuantiles.criticalValues(shares, hot, 310, 0.05);
        CriticalValues simulated = SimulatedQuantiles.criticalValues(shares, hot, 310, 0.05);
        assertThat(simulated.passW()).isCloseTo(exact.passW(), within(0.003));
        assertThat(simulated.failW()).isCloseTo(exact.failW(), within(0.003));
    }

    private static double balancedPassesOfTwo(int n) {
        CriticalValues critical = EvennessGate.criticalValues(TWO, n, 0.30, 0.05);
        double[] balanced = PoissonTable.relative(n / 2.0, n);
        double passing = 0;
        double all = 0;
        for (int i = 0; i <= n; i++) {
            double mass = balanced[i] * balanced[n - i];
            all += mass;
            passing += critical.decide(Math.abs(2.0 * i - n) / n) == Decision.PASS ? mass : 0;
        }
        return passing / all;
    }
}
