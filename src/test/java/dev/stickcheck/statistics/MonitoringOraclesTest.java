package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The reference values of STATISTICS 6 and of section 6 of the oracles.
class MonitoringOraclesTest {
    /// STATISTICS 6.4b: sessions between alarms by exact solution, thresholds 59 and 96.
    @ParameterizedTest
    @CsvSource({
        "59, 0.01, 77275, 0.5",
        "59, 0.02, 4846.9, 0.05",
        "59, 0.05, 227.6, 0.05",
        "59, 0.08, 80.6, 0.05",
        "59, 0.10, 54.8, 0.05",
        "59, 0.20, 21.2, 0.05",
        "59, 0.667, 6.0, 0.05",
        "96, 0.01, 1.20e7, 5e4",
        "96, 0.02, 110356.1, 0.05",
        "96, 0.05, 554.0, 0.05",
        "96, 0.08, 141.3, 0.05",
        "96, 0.10, 91.6, 0.05",
        "96, 0.20, 33.2, 0.05",
        "96, 0.667, 9.0, 0.05"
    })
    void runsSoLongBetweenAlarms(int alarmAt, double rate, double mean, double tolerance) {
        assertThat(meanBetweenAlarms(alarmAt, rate)).isCloseTo(mean, within(tolerance * 1.0001));
    }

    /// The solution of L(s) = 1 + p·L(after a failure) + (1−p)·L(after a success), an alarm ending it.
    private static double meanBetweenAlarms(int alarmAt, double rate) {
        Cusum cusum = new Cusum(0.05, alarmAt);
        double[][] rows = new double[alarmAt][alarmAt];
        for (int s = 0; s < alarmAt; s++) {
            rows[s][s] += 1;
            rows[s][cusum.after(s, false)] -= 1 - rate;
            if (cusum.after(s, true) < alarmAt) {
                rows[s][cusum.after(s, true)] -= rate;
            }
        }
        double[] one = new double[alarmAt];
        Arrays.fill(one, 1);
        return new LUDecomposition(new Array2DRowRealMatrix(rows, false))
                .getSolver()
                .solve(new ArrayRealVector(one, false))
                .getEntry(0);
    }

    /// The running sum itself, 2,000 seeded runs: 4 standard errors (run lengths spread about as far as their mean).
    @Test
    void alarmsAsOftenAsComputed() {
        SplittableRandom random = new SplittableRandom(4);
        Cusum cusum = new Cusum(0.05, 59);
        long sessions = 0;
        int alarms = 0;
        while (alarms < 2000) {
            sessions++;
            if (cusum.observe(random.nextDouble() < 0.10)) {
                alarms++;
                cusum.reset();
            }
        }
        assertThat((double) sessions / alarms).isCloseTo(54.8, within(4 * 54.8 / Math.sqrt(2000)));
    }

    /// STATISTICS 6.4b: m = 19 at a limit of 5 %, and H = 96 as it is used. Six failures sum up to 114,
    /// eighteen successes leave 96, and one more forgets the alarm.
    @Test
    void sumsUpNineteenAFailureAndWarnsAtNinetySix() {
        Cusum cusum = new Cusum(0.05);
        assertThat(cusum.after(0, true)).isEqualTo(19);
        assertThat(cusum.after(0, false)).isZero();
        for (int failure = 1; failure <= 6; failure++) {
            assertThat(cusum.observe(true)).isEqualTo(failure == 6);
        }
        for (int success = 1; success <= 19; success++) {
            assertThat(cusum.observe(false)).isEqualTo(success < 19);
        }
    }

    /// STATISTICS 6.4a: of 5 % the rates are .08 .15 .40 .80, of which a first failure makes their mean
    /// over the limit, 7.15; of 10 % the highest is capped at .95, which comes to 5.525.
    @ParameterizedTest
    @CsvSource({"0.05, 7.15", "0.10, 5.525"})
    void mixesFourRates(double limit, double afterOneFailure) {
        assertThat(new ShiryaevRoberts(limit, afterOneFailure - 1e-9).observe(true))
                .isTrue();
        assertThat(new ShiryaevRoberts(limit, afterOneFailure + 1e-9).observe(true))
                .isFalse();
    }

    /// STATISTICS 6.4a, delay from a reset (median, mean of 4,000 runs there and 2,000 here): 8 % of the value holds
    /// four standard errors of both.
    @ParameterizedTest
    @CsvSource({
        "1000, 0.08, 216, 259",
        "1000, 0.10, 126, 148",
        "1000, 0.20, 33, 37",
        "1000, 0.667, 5, 5.5",
        "10000, 0.08, 509, 566",
        "10000, 0.10, 249, 276",
        "10000, 0.20, 53, 56",
        "10000, 0.667, 7, 7.6"
    })
    void findsAChangeSoSoon(double threshold, double rate, double median, double mean) {
        SplittableRandom random = new SplittableRandom(6);
        int[] delays = new int[2000];
        for (int run = 0; run < delays.length; run++) {
            ShiryaevRoberts alarm = new ShiryaevRoberts(0.05, threshold);
            do {
                delays[run]++;
            } while (!alarm.observe(random.nextDouble() < rate));
        }
        Arrays.sort(delays);
        assertThat((double) delays[1000]).isCloseTo(median, within(Math.max(1, 0.08 * median)));
        assertThat(Arrays.stream(delays).average().orElseThrow()).isCloseTo(mean, within(0.08 * mean));
    }

    /// STATISTICS 6.4a: at the limit itself no sooner than promised; measured there 1,671 for 1,000.
    @Test
    void raisesFalseAlarmsNoMoreOftenThanPromised() {
        SplittableRandom random = new SplittableRandom(8);
        ShiryaevRoberts alarm = new ShiryaevRoberts(0.05, 1000);
        int alarms = 0;
        int sessions = 3_000_000;
        for (int i = 0; i < sessions; i++) {
            alarms += alarm.observe(random.nextDouble() < 0.05) ? 1 : 0;
        }
        assertThat((double) sessions / alarms).isCloseTo(1671, within(4 * 1671 / Math.sqrt(1800)));
    }

    /// STATISTICS 6.4d.
    @ParameterizedTest
    @CsvSource({"86400, 0.1, 130", "86400, 0.3333333333, 37", "864000, 0.1, 152"})
    void callsAnInstanceSilentAfterSoManyAssignments(double perDay, double share, long assignments) {
        assertThat(SilentInstance.assignments(perDay, share, 0.01)).isEqualTo(assignments);
    }
}
