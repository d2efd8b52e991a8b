package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Why the limit is held against W and not against another reading of "30 % variance" (STATISTICS 4.3).
class ImbalanceReadingsTest {
    /// Variance over the mean, χ²/k, is above 0.3 for a perfectly balanced random load at any number of requests.
    @ParameterizedTest
    @CsvSource({"2, 0.439", "3, 0.638", "5, 0.827", "10, 0.964"})
    void varianceOverMeanAlarmsOnBalance(int k, double alarms) {
        assertThat(SpecialFunctions.chiSquareSurvival(0.3 * k, k - 1)).isCloseTo(alarms, within(6e-4));
    }

    /// Units from which on the bare rule "W > 0.30" alarms on balance in less than 1 %, by χ²₀.₉₉/0.09.
    @ParameterizedTest
    @CsvSource({"2, 74", "3, 103", "5, 148", "10, 241", "50, 833"})
    void theBareRuleNeedsManyUnits(int k, int n) {
        assertThat(Math.ceil(SpecialFunctions.chiSquareQuantile(0.99, k - 1) / 0.09))
                .isEqualTo(n);
    }

    /// The same exactly: the last number of units with 1 % or more is one below.
    @ParameterizedTest
    @CsvSource({"2, 76", "3, 102"})
    void theBareRuleNeedsExactlySoMany(int k, int n) {
        int last = 0;
        for (int units = 10; units < 400; units++) {
            if (falseAlarm(k, units) >= 0.01) {
                last = units;
            }
        }
        assertThat(last + 1).isEqualTo(n);
    }

    private static double falseAlarm(int k, int n) {
        double[] balanced = PoissonTable.relative((double) n / k, n);
        double alarms = 0;
        double all = 0;
        for (int i = 0; i <= n; i++) {
            for (int j = k == 2 ? n - i : 0; j <= n - i; j++) {
                int last = n - i - j;
                double mass = balanced[i] * balanced[j] * (k == 2 ? 1 : balanced[last]);
                double squares = (double) i * i + (double) j * j + (double) last * last;
                all += mass;
                alarms += k * squares / n / n - 1 > 0.09 + 1e-12 ? mass : 0;
            }
        }
        return alarms / all;
    }
}
