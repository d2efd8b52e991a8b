package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequentialTestTest {
    private static final SequentialTest BARE = new SequentialTest(0.05, 0.05, 1);
    private static final SequentialTest USUAL = new SequentialTest(0.05, 0.05, 5);

    /// STATISTICS 3.1.
    @Test
    void passesFromItsBoundaryOn() {
        assertThat(LongStream.rangeClosed(0, 15).map(BARE::passAt))
                .containsExactly(
                        74L, 131L, 174L, 213L, 249L, 284L, 317L, 349L, 381L, 412L, 442L, 472L, 501L, 531L, 559L, 588L);
    }

    /// STATISTICS 3.1: x = 1 never fails.
    @Test
    void failsUpToItsBoundary() {
        assertThat(LongStream.rangeClosed(0, 20).map(BARE::failAt))
                .containsExactly(
                        0L, 0L, 2L, 8L, 15L, 23L, 32L, 41L, 51L, 62L, 72L, 83L, 95L, 106L, 118L, 130L, 142L, 155L, 167L,
                        180L, 193L);
    }

    /// STATISTICS 3.1: first PASS without failures, first FAIL with nothing but failures.
    @ParameterizedTest
    @CsvSource({"0.01, 377, 2", "0.02, 188, 2", "0.05, 74, 2", "0.10, 36, 3", "0.20, 17, 3"})
    void firstDecisionsOfOtherLimits(double limit, long pass, int fail) {
        SequentialTest test = new SequentialTest(limit, 0.05, 1);
        assertThat(test.passAt(0)).isEqualTo(pass);
        assertThat(test.decide(fail - 1, fail - 1)).isEqualTo(Decision.UNDECIDED);
        assertThat(test.decide(fail, fail)).isEqualTo(Decision.FAIL);
    }

    @Test
    void decidesAsItsBoundariesSay() {
        for (int x = 0; x <= 30; x++) {
            long pass = USUAL.passAt(x);
            long fail = USUAL.failAt(x);
            assertThat(USUAL.decide(pass, x)).as("%d of %d", x, pass).isEqualTo(Decision.PASS);
            assertThat(USUAL.decide(pass - 1, x)).as("%d of %d", x, pass - 1).isEqualTo(Decision.UNDECIDED);
            assertThat(USUAL.decide(fail + x + 1, x))
                    .as("%d of %d", x, fail + x + 1)
                    .isNotEqualTo(Decision.FAIL);
            if (fail > 0) {
                assertThat(USUAL.decide(fail, x)).as("%d of %d", x, fail).isEqualTo(Decision.FAIL);
                assertThat(USUAL.decide(fail + 1, x))
                        .as("%d of %d", x, fail + 1)
                        .isEqualTo(Decision.UNDECIDED);
            }
        }
    }

    @Test
    void waitsForTheFewestSessions() {
        assertThat(BARE.decide(3, 3)).isEqualTo(Decision.FAIL);
        assertThat(USUAL.decide(4, 4)).isEqualTo(Decision.UNDECIDED);
        assertThat(USUAL.decide(5, 5)).isEqualTo(Decision.FAIL);
        assertThat(USUAL.decide(0, 0)).isEqualTo(Decision.UNDECIDED);
        assertThat(USUAL.failAt(2)).isZero();
        assertThat(new SequentialTest(0.05, 0.05, 100).passAt(0)).isEqualTo(100);
    }

    /// STATISTICS 3.1: PASS ⇔ U ≤ p*.
    @Test
    void intervalSaysTheSameAsTheDecision() {
        for (long n = 5; n < 700; n += 23) {
            for (long x = 0; x <= Math.min(n, 60); x++) {
                Decision decision = USUAL.decide(n, x);
                assertThat(USUAL.interval(n, x).high() <= 0.05)
                        .as("%d of %d", x, n)
                        .isEqualTo(decision == Decision.PASS);
                assertThat(USUAL.interval(n, x).low() >= 0.05)
                        .as("%d of %d", x, n)
                        .isEqualTo(decision == Decision.FAIL);
            }
        }
    }

    /// 2,000 seeded runs at the limit itself, looked at after each of 1,000 sessions: with a wrong PASS in 4.04 %
    /// and a wrong FAIL in 2.85 % of all runs, 5 % is 2.2 and 5.8 standard errors away.
    @Test
    void isSeldomWrongHoweverOftenItLooks() {
        long[] passAt = LongStream.rangeClosed(0, 120).map(BARE::passAt).toArray();
        long[] failAt = LongStream.rangeClosed(0, 120).map(BARE::failAt).toArray();
        SplittableRandom random = new SplittableRandom(7);
        int runs = 2000;
        int passed = 0;
        int failed = 0;
        for (int run = 0; run < runs; run++) {
            int x = 0;
            for (int n = 1; n <= 1000; n++) {
                x += random.nextDouble() < 0.05 ? 1 : 0;
                if (n >= passAt[x]) {
                    passed++;
                    break;
                }
                if (n <= failAt[x]) {
                    failed++;
                    break;
                }
            }
        }
        assertThat((double) passed / runs).isLessThanOrEqualTo(0.05).isCloseTo(0.0404, within(0.0176));
        assertThat((double) failed / runs).isLessThanOrEqualTo(0.05).isCloseTo(0.0285, within(0.0149));
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new SequentialTest(0, 0.05, 5)).hasMessageContaining("limit");
        assertThatThrownBy(() -> new SequentialTest(0.05, 0.6, 5)).hasMessageContaining("alpha");
        assertThatThrownBy(() -> new SequentialTest(0.05, 0.05, 0)).hasMessageContaining("min sessions");
        assertThatThrownBy(() -> USUAL.decide(3, 4)).hasMessageContaining("got 4");
    }

    @Test
    void looksAheadAtTheRateSeenSoFar() {
        SequentialTest test = new SequentialTest(0.05, 0.05, 5);
        assertThat(test.forecast(0, 0, 1_000))
                .as("as many as pass without a failure")
                .isEqualTo(test.passAt(0));
        assertThat(test.forecast(40, 0, 1_000)).isEqualTo(test.passAt(0));
        assertThat(test.forecast(200, 10, 1_000)).as("on the limit itself").isEqualTo(1_000);
        assertThat(test.forecast(1_200, 60, 1_000))
                .as("beyond the most already")
                .isEqualTo(1_200);
        long failing = test.forecast(10, 3, 1_000);
        assertThat(test.decide(failing, Math.round(0.3 * failing))).isEqualTo(Decision.FAIL);
        assertThat(failing).isLessThan(50);
    }
}
