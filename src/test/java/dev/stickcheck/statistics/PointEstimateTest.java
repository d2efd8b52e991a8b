package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// STATISTICS 0, trap 5: how often a point estimate, and a bound that is looked at after every session, are
/// wrong. It is why there is a sequential test.
class PointEstimateTest {
    /// The rule "alarm if x/S > 5 %" at a compliant rate.
    @ParameterizedTest
    @CsvSource({"20, 0.03, 0.120", "10, 0.01, 0.096"})
    void alarmsThoughTheRateIsWithinTheLimit(int sessions, double rate, double alarms) {
        long first = (long) Math.floor(0.05 * sessions) + 1;
        assertThat(SpecialFunctions.binomialUpperTail(sessions, first, rate)).isCloseTo(alarms, within(5e-4));
    }

    /// The same rule at a rate that is not.
    @ParameterizedTest
    @CsvSource({"20, 0.10, 0.392", "10, 0.10, 0.349", "100, 0.08, 0.180"})
    void isSilentThoughTheRateIsBeyondIt(int sessions, double rate, double silent) {
        long last = (long) Math.floor(0.05 * sessions + 1e-9);
        assertThat(SpecialFunctions.binomialCdf(sessions, last, rate)).isCloseTo(silent, within(5e-4));
    }

    /// A fixed number's 95 % bound, looked at after every session, at a rate of exactly 5 %; and the sequential test,
    /// which stays within 5 % each way however long it runs.
    @Test
    void errsTheMoreTheOftenerItIsLookedAt() {
        double[] fail = everWrong(Decision.FAIL, 2_000);
        double[] pass = everWrong(Decision.PASS, 2_000);

        assertThat(fail[100]).isCloseTo(0.150, within(5e-4));
        assertThat(fail[500]).isCloseTo(0.239, within(5e-4));
        assertThat(fail[2_000]).isCloseTo(0.317, within(5e-4));
        assertThat(pass[100]).isCloseTo(0.075, within(5e-4));
        assertThat(pass[500]).isCloseTo(0.183, within(5e-4));
        assertThat(pass[2_000]).isCloseTo(0.274, within(5e-4));
        Operating sequential = new SequentialTest(0.05, 0.05, 5).operating(0.05, 2_000);
        assertThat(sequential.pass()).isLessThan(0.05);
        assertThat(sequential.fail()).isLessThan(0.05);
    }

    /// The probability that the bound has said so by session n, all failure counts followed; it goes on after
    /// the other answer.
    private static double[] everWrong(Decision wrong, int most) {
        double[] left = new double[most + 2];
        left[0] = 1;
        double[] said = new double[most + 1];
        for (int n = 1; n <= most; n++) {
            said[n] = said[n - 1];
            for (int x = n; x >= 0; x--) {
                left[x] = left[x] * 0.95 + (x > 0 ? left[x - 1] * 0.05 : 0);
                if (left[x] > 1e-15 && ExactInterval.decide(n, x, 0.05, 0.05) == wrong) {
                    said[n] += left[x];
                    left[x] = 0;
                }
            }
        }
        return said;
    }
}
