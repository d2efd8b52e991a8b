package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.model.Interval;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StickinessEvidenceTest {
    /// STATISTICS 3.1.
    @ParameterizedTest
    @CsvSource({
        "73, 0, 2.9599230687",
        "74, 0, 3.0047773234",
        "59, 0, 2.3402316516",
        "100, 1, 1.8283940583",
        "100, 3, -0.3141626245",
        "200, 4, 1.4675183540"
    })
    void weighsForPassing(long n, long x, double expected) {
        assertThat(StickinessEvidence.logPass(n, x, 0.05)).isCloseTo(expected, within(6e-11));
    }

    /// STATISTICS 3.1.
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1.4271163556",
        "2, 2, 3.1996444629",
        "3, 2, 2.7788932119",
        "10, 3, 2.6014679382",
        "50, 8, 3.2142796511",
        "100, 8, -0.4615438702",
        "100, 67, 134.4276428728"
    })
    void weighsForFailing(long n, long x, double expected) {
        assertThat(StickinessEvidence.logFail(n, x, 0.05)).isCloseTo(expected, within(6e-11));
    }

    /// STATISTICS 3.1: E = 25/6.
    @Test
    void oneFailureInOneSessionWeighsTwentyFiveSixths() {
        assertThat(Math.exp(StickinessEvidence.logFail(1, 1, 0.05))).isCloseTo(25.0 / 6, within(1e-12));
    }

    @Test
    void nothingWeighsNothing() {
        assertThat(StickinessEvidence.logPass(0, 0, 0.05)).isCloseTo(0, within(1e-14));
        assertThat(StickinessEvidence.logFail(0, 0, 0.05)).isCloseTo(0, within(1e-14));
    }

    /// STATISTICS 3.1.
    @ParameterizedTest
    @CsvSource({
        "100, 3, 0.10411924, 1e-8",
        "74, 0, 0.049867, 6e-7",
        "20, 0, 0.172096, 6e-7",
        "100, 67, 0.806415, 6e-7",
        "1000, 50, 0.074664, 6e-7"
    })
    void boundsTheRateFromAbove(long n, long x, double expected, double tolerance) {
        assertThat(StickinessEvidence.anytimeInterval(n, x, 0.05).high()).isCloseTo(expected, within(tolerance));
    }

    /// STATISTICS 3.1.
    @ParameterizedTest
    @CsvSource({
        "50, 8, 0.05189350, 1e-8",
        "100, 67, 0.514705, 6e-7",
        "1000, 50, 0.031013, 6e-7",
        "20, 0, 0, 0",
        "5, 1, 0, 0"
    })
    void boundsTheRateFromBelow(long n, long x, double expected, double tolerance) {
        assertThat(StickinessEvidence.anytimeInterval(n, x, 0.05).low()).isCloseTo(expected, within(tolerance));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void boundsHoldExactlyTheEvidenceOfTheirThreshold(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20; i++) {
            long n = 1 + (long) Math.exp(random.nextDouble(0, 14));
            long x = (long) (n * Math.pow(random.nextDouble(), 3));
            double alpha = random.nextDouble(0.001, 0.2);
            Interval interval = StickinessEvidence.anytimeInterval(n, x, alpha);
            String what = "n=%d x=%d alpha=%s seed=%d".formatted(n, x, alpha, seed);
            assertThat(interval.contains((double) x / n)).as(what).isTrue();
            if (interval.high() < 1) {
                assertThat(StickinessEvidence.logPass(n, x, interval.high()))
                        .as(what)
                        .isCloseTo(-Math.log(alpha), within(1e-5));
            }
            if (interval.low() > 0) {
                assertThat(StickinessEvidence.logFail(n, x, interval.low()))
                        .as(what)
                        .isCloseTo(-Math.log(alpha), within(1e-5));
            }
        }
    }

    @Test
    void edgesOfTheInterval() {
        assertThat(StickinessEvidence.anytimeInterval(0, 0, 0.05)).isEqualTo(new Interval(0, 1));
        assertThat(StickinessEvidence.anytimeInterval(7, 0, 0.05).low()).isZero();
        assertThat(StickinessEvidence.anytimeInterval(7, 7, 0.05).high()).isOne();
    }

    @Test
    void aBillionSessionsAreJudged() {
        long n = 1_000_000_000L;
        assertThat(StickinessEvidence.logPass(n, 49_900_000, 0.05)).isGreaterThan(90);
        assertThat(StickinessEvidence.logPass(n, 0, 0.05)).isCloseTo(n * -Math.log1p(-0.05), within(50.0));
        assertThat(StickinessEvidence.logPass(n, n, 0.05)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(StickinessEvidence.logFail(n, 0, 0.05)).isEqualTo(Double.NEGATIVE_INFINITY);
        Interval interval = StickinessEvidence.anytimeInterval(n, 50_000_000, 0.05);
        assertThat(interval.low()).isBetween(0.04995, 0.05);
        assertThat(interval.high()).isBetween(0.05, 0.05005);
    }

    /// The likelihood ratio of a rate on the other side never exceeds 1: what SequentialTest's short cut rests on.
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void countsOnTheWrongSideAreNeverEvidence(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            long n = 1 + (long) Math.exp(random.nextDouble(0, 12));
            long x = random.nextLong(n + 1);
            double limit = random.nextDouble(0.001, 0.999);
            double wrong =
                    x < limit * n ? StickinessEvidence.logFail(n, x, limit) : StickinessEvidence.logPass(n, x, limit);
            assertThat(wrong)
                    .as("n=%d x=%d limit=%s seed=%d", n, x, limit, seed)
                    .isLessThan(1e-6);
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> StickinessEvidence.logPass(5, 6, 0.05)).hasMessageContaining("5 sessions, got 6");
        assertThatThrownBy(() -> StickinessEvidence.logFail(5, -1, 0.05)).hasMessageContaining("got -1");
        assertThatThrownBy(() -> StickinessEvidence.logFail(5, 1, 0)).hasMessageContaining("limit");
        assertThatThrownBy(() -> StickinessEvidence.logPass(5, 1, Double.NaN)).hasMessageContaining("limit");
        assertThatThrownBy(() -> StickinessEvidence.anytimeInterval(5, 1, 1)).hasMessageContaining("alpha");
    }
}
