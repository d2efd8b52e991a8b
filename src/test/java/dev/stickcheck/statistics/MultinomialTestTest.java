package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultinomialTestTest {
    private static final SplittableRandom UNUSED = new SplittableRandom(1);

    /// STATISTICS 4.2: the exact multinomial, where chi-square lands on the wrong side of 5 %.
    @ParameterizedTest
    @CsvSource({"5 1 0, 13, 243", "7 2 1, 43, 729"})
    void fewUnitsGetTheExactProbability(String counts, double above, double of) {
        long[] c = Arrays.stream(counts.split(" ")).mapToLong(Long::parseLong).toArray();
        Evenness evenness = Evenness.of(c, Shares.equal(c.length), UNUSED);
        assertThat(evenness.pValue()).isCloseTo(above / of, within(1e-13));
    }

    /// STATISTICS 4.2. Five are expected on each: enough for chi-square to be used, though 0.058 is far from 0.109.
    @Test
    void enumerationAlsoAnswersWhereChiSquareIsUsed() {
        double[] shares = Shares.equal(2);
        assertThat(MultinomialTest.enumerated(new long[] {8, 2}, shares, 10).right())
                .isCloseTo(7 / 64.0, within(1e-14));
        assertThat(Evenness.of(new long[] {8, 2}, shares, UNUSED).pValue())
                .isCloseTo(SpecialFunctions.chiSquareSurvival(3.6, 1), within(1e-12));
    }

    @Test
    void exactTailsMeetInWhatWasSeen() {
        // 5 units on 2 instances: 1, 5, 10, 10, 5, 1 of 32.
        Evenness evenness = Evenness.of(new long[] {4, 1}, new double[] {1, 1}, UNUSED);
        assertThat(evenness.pValue()).isCloseTo(12 / 32.0, within(1e-14));
        assertThat(evenness.pLeft()).isCloseTo(30 / 32.0, within(1e-14));
    }

    /// Σ C(n,c)·w^c over outcomes as uneven: unequal shares tie by rounding only.
    @Test
    void exactProbabilityWithWeights() {
        // n = 6 at 2/3 and 1/3: e = 4, 2; counts (2, 4) are off by 2 like (6, 0).
        Evenness evenness = Evenness.of(new long[] {2, 4}, new double[] {2, 1}, UNUSED);
        double expected = (1 + 12 + 60 + 64) / 729.0;
        assertThat(evenness.pValue()).isCloseTo(expected, within(1e-13));
    }

    /// 9,999 draws: four standard errors of 0.5 % around the chi-square value, which is close at e = 4.
    @Test
    void manyThinInstancesAreSimulated() {
        int k = 40;
        long[] counts = new long[k];
        for (int i = 0; i < k; i++) {
            counts[i] = i % 2 == 0 ? 6 : 2;
        }
        Evenness evenness = Evenness.of(counts, Shares.equal(k), new SplittableRandom(5));
        assertThat(evenness.chiSquare()).isCloseTo(40, within(1e-9));
        assertThat(evenness.pValue()).isCloseTo(SpecialFunctions.chiSquareSurvival(40, 39), within(0.03));
        assertThat(evenness.pLeft() + evenness.pValue()).isGreaterThan(1);
        assertThat(Evenness.of(counts, Shares.equal(k), new SplittableRandom(5)))
                .isEqualTo(evenness);
    }

    @Test
    void aHugeNumberOfInstancesIsAnsweredInBoundedTime() {
        long[] counts = new long[300_000];
        Arrays.fill(counts, 1);
        assertThat(Evenness.of(counts, Shares.equal(counts.length), new SplittableRandom(5))
                        .w())
                .isCloseTo(0, within(1e-9));
    }
}
