package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoppingTimeTest {
    private static final SequentialTest BARE = new SequentialTest(0.05, 0.05, 1);

    /// STATISTICS 3.2 and the reference output's section 3.
    @ParameterizedTest
    @CsvSource({
        "1000, 0.00, 74.0, 1.0000, 0.0000, 0.0000",
        "1000, 0.01, 136.5, 0.9998, 0.0002, 0.0000",
        "1000, 0.03, 613.6, 0.6975, 0.0032, 0.2993",
        "1000, 0.05, 941.5, 0.0404, 0.0285, 0.9310",
        "1000, 0.08, 485.2, 0.0022, 0.8518, 0.1460",
        "1000, 0.20, 28.3, 0.0000, 1.0000, 0.0000",
        "1000, 0.67, 3.8, 0.0000, 1.0000, 0.0000",
        "5000, 0.00, 74.0, 1.0000, 0.0000, 0.0000",
        "5000, 0.01, 136.5, 0.9998, 0.0002, 0.0000",
        "5000, 0.03, 773.8, 0.9967, 0.0032, 0.0000",
        "5000, 0.05, 4646.6, 0.0451, 0.0309, 0.9241",
        "5000, 0.08, 537.4, 0.0022, 0.9978, 0.0000",
        "5000, 0.20, 28.3, 0.0000, 1.0000, 0.0000",
        "5000, 0.67, 3.8, 0.0000, 1.0000, 0.0000"
    })
    void behavesAsComputed(int max, double rate, double expected, double pass, double fail, double inconclusive) {
        Operating operating = BARE.operating(rate, max);
        assertThat(operating.expected()).isCloseTo(expected, within(0.05001));
        assertThat(operating.pass()).isCloseTo(pass, within(5.001e-5));
        assertThat(operating.fail()).isCloseTo(fail, within(5.001e-5));
        assertThat(operating.inconclusive()).isCloseTo(inconclusive, within(5.001e-5));
    }

    /// STATISTICS 3.2, the column of medians and 95 % points; a dash there is the maximum here.
    @ParameterizedTest
    @CsvSource({
        "0, 74, 74",
        "0.001, 74, 131",
        "0.01, 131, 284",
        "0.02, 249, 699",
        "0.03, 644, 1940",
        "0.04, 3375, 5000",
        "0.05, 5000, 5000",
        "0.065, 1921, 5000",
        "0.08, 441, 1399",
        "0.10, 155, 525",
        "0.20, 22, 72",
        "0.50, 5, 13",
        "0.67, 4, 7"
    })
    void takesSoManySessions(double rate, int median, int p95) {
        Operating operating = BARE.operating(rate, 5000);
        assertThat(operating.median()).isEqualTo(median);
        assertThat(operating.p95()).isEqualTo(p95);
    }

    /// STATISTICS 3.2, the remaining means.
    @ParameterizedTest
    @CsvSource({
        "0.05, 0.001, 78.4, 0.05",
        "0.05, 0.02, 286.7, 0.05",
        "0.05, 0.04, 3082, 0.5",
        "0.05, 0.065, 2140, 1",
        "0.05, 0.10, 196.8, 0.05",
        "0.05, 0.50, 5.8, 0.05",
        "0.01, 0, 109, 0.5",
        "0.01, 0.01, 206, 0.5",
        "0.01, 0.03, 1162, 0.5",
        "0.01, 0.08, 770, 0.5",
        "0.01, 0.20, 41, 0.5",
        "0.01, 0.67, 5.1, 0.05"
    })
    void takesSoManyOnAverage(double alpha, double rate, double expected, double tolerance) {
        assertThat(new SequentialTest(0.05, alpha, 1).expectedSessions(rate, 5000))
                .isCloseTo(expected, within(tolerance));
    }

    /// STATISTICS 3.2, the remaining probabilities. Of 6.5 % the table has .008, .915 and what these leave, .077;
    /// the last is .0765.
    @ParameterizedTest
    @CsvSource({
        "0.001, 1, 0, 0, 5e-4",
        "0.02, 0.9990, 0.0010, 0, 5e-5",
        "0.04, 0.677, 0.009, 0.314, 5e-4",
        "0.065, 0.0083, 0.9152, 0.0765, 5e-5",
        "0.10, 0.0004, 0.9996, 0, 5e-5",
        "0.50, 0, 1, 0, 5e-4"
    })
    void decidesSoOften(double rate, double pass, double fail, double inconclusive, double tolerance) {
        Operating operating = BARE.operating(rate, 5000);
        assertThat(operating.pass()).isCloseTo(pass, within(tolerance * 1.001));
        assertThat(operating.fail()).isCloseTo(fail, within(tolerance * 1.001));
        assertThat(operating.inconclusive()).isCloseTo(inconclusive, within(tolerance * 1.001));
    }

    /// STATISTICS 3.2 says 5.3 at 67 %; exact is 5.405 (5.407 ± 0.003 in 200,000 simulated runs), and 5.3 at 70 %.
    @Test
    void theFewestSessionsCostLittle() {
        assertThat(new SequentialTest(0.05, 0.05, 5).expectedSessions(0.67, 1000))
                .isCloseTo(5.405, within(0.0005));
        assertThat(new SequentialTest(0.05, 0.05, 5).expectedSessions(0.70, 1000))
                .isCloseTo(5.3, within(0.05));
        assertThat(new SequentialTest(0.05, 0.05, 5).expectedSessions(0.01, 1000))
                .isCloseTo(136.5, within(0.05));
    }

    /// 2,000 seeded runs of the test itself; 4 standard errors.
    @Test
    void isWhatRunningTheTestGives() {
        SequentialTest test = new SequentialTest(0.10, 0.05, 5);
        Operating operating = test.operating(0.25, 60);
        SplittableRandom random = new SplittableRandom(3);
        int runs = 2000;
        double sessions = 0;
        double failed = 0;
        for (int run = 0; run < runs; run++) {
            int x = 0;
            int n = 0;
            Decision decision = Decision.UNDECIDED;
            while (decision == Decision.UNDECIDED && n < 60) {
                x += random.nextDouble() < 0.25 ? 1 : 0;
                decision = test.decide(++n, x);
            }
            sessions += n;
            failed += decision == Decision.FAIL ? 1 : 0;
        }
        assertThat(failed / runs).isCloseTo(operating.fail(), within(0.041));
        assertThat(sessions / runs).isCloseTo(operating.expected(), within(4 * 20 / Math.sqrt(runs)));
    }

    @Test
    void probabilitiesAddUp() {
        for (double rate = 0; rate <= 1; rate += 0.07) {
            Operating operating = new SequentialTest(0.2, 0.01, 3).operating(rate, 137);
            assertThat(operating.pass() + operating.fail() + operating.inconclusive())
                    .as("at %s", rate)
                    .isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> BARE.operating(1.5, 10)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> BARE.operating(0.5, 0)).hasMessageContaining("got 0");
    }
}
