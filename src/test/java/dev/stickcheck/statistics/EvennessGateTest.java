package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvennessGateTest {
    private static final double[] TWO = {1, 1};
    private static final double[] THREE = {1, 1, 1};

    /// 2,000 seeded loads at the limit itself (W = 0.30, one hot instance): wrong in 5 % or less, plus 3 standard
    /// errors of 0.5 %.
    @ParameterizedTest
    @ValueSource(strings = {"1 1", "1 1 1", "7 2 1", "1 1 1 1 1 1 1 1 1 1", "4 3 2 1"})
    void isSeldomWrongAtTheLimit(String weights) {
        double[] shares = Shares.normalised(Arrays.stream(weights.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray());
        long n = 310;
        CriticalValues critical = EvennessGate.criticalValues(shares, n, 0.30, 0.05);
        MultinomialSampler loads = new MultinomialSampler(HotAlternative.probabilities(shares, 0.30));
        double[] squareWeights = Shares.squareWeights(shares);
        SplittableRandom random = new SplittableRandom(8);
        long[] counts = new long[shares.length];
        int passed = 0;
        int failed = 0;
        for (int i = 0; i < 2000; i++) {
            loads.sample(random, n, counts);
            double squares = Shares.weightedSquares(counts, squareWeights);
            Decision decision = critical.decide(Shares.effectSize(squares, shares.length, (double) n));
            passed += decision == Decision.PASS ? 1 : 0;
            failed += decision == Decision.FAIL ? 1 : 0;
        }
        assertThat(passed).isBetween(40, 130);
        assertThat(failed).isBetween(40, 130);
    }

    /// STATISTICS 0, trap 2.
    @Test
    void decidesCounts() {
        assertThat(EvennessGate.decide(new long[] {0, 50, 50}, THREE, 0.30, 0.05))
                .isEqualTo(Decision.FAIL);
        assertThat(EvennessGate.decide(new long[] {104, 103, 103}, THREE, 0.30, 0.05))
                .isEqualTo(Decision.PASS);
        assertThat(EvennessGate.decide(new long[] {34, 33, 33}, THREE, 0.30, 0.05))
                .isEqualTo(Decision.PASS);
        assertThat(EvennessGate.decide(new long[] {50, 30, 20}, THREE, 0.30, 0.05))
                .isEqualTo(Decision.UNDECIDED);
        assertThat(EvennessGate.decide(new long[] {217, 62, 31}, new double[] {7, 2, 1}, 0.30, 0.05))
                .isEqualTo(Decision.PASS);
        assertThat(EvennessGate.decide(new long[] {103, 103, 104}, new double[] {7, 2, 1}, 0.30, 0.05))
                .isEqualTo(Decision.FAIL);
    }

    @Test
    void tooFewUnitsDecideNothing() {
        assertThat(EvennessGate.decide(new long[] {0, 0, 0}, THREE, 0.30, 0.05)).isEqualTo(Decision.UNDECIDED);
        assertThat(EvennessGate.decide(new long[] {1, 1, 1}, THREE, 0.30, 0.05)).isEqualTo(Decision.UNDECIDED);
        assertThat(EvennessGate.criticalValues(TWO, 5, 0.30, 0.05).passW()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void clusteredUnitsCountAsWhatTheyAreWorth() {
        long[] counts = {1040, 1030, 1030};
        assertThat(EvennessGate.decide(counts, THREE, 0.30, 0.05, 310)).isEqualTo(Decision.PASS);
        assertThat(EvennessGate.decide(counts, THREE, 0.30, 0.05, 10)).isEqualTo(Decision.UNDECIDED);
        assertThat(EvennessGate.decide(new long[] {1700, 700, 700}, THREE, 0.30, 0.05, 310))
                .isEqualTo(Decision.FAIL);
        assertThat(EvennessGate.decide(new long[] {1700, 700, 700}, THREE, 0.30, 0.05, 10))
                .isEqualTo(Decision.UNDECIDED);
    }

    /// For two equal instances W is at most 1, for three √2.
    @Test
    void aLimitThatNoLoadExceedsAlwaysPasses() {
        assertThat(EvennessGate.decide(new long[] {300, 0}, TWO, 1.0, 0.05)).isEqualTo(Decision.PASS);
        assertThat(EvennessGate.decide(new long[] {300, 0}, TWO, 0.9, 0.05)).isEqualTo(Decision.FAIL);
        assertThat(EvennessGate.decide(new long[] {300, 0, 0}, THREE, 1.5, 0.05))
                .isEqualTo(Decision.PASS);
    }

    @Test
    void instancesBeyondReasonAreNotJudged() {
        int k = EvennessGate.MOST_INSTANCES + 1;
        assertThat(EvennessGate.criticalValues(Shares.equal(k), 1_000_000, 0.30, 0.05))
                .isEqualTo(CriticalValues.NONE);
    }

    @Test
    void aBillionUnitsAreDecidedByTheirRate() {
        long million = 1_000_000;
        assertThat(EvennessGate.decide(new long[] {400 * million, 300 * million, 300 * million}, THREE, 0.30, 0.05))
                .isEqualTo(Decision.PASS);
        assertThat(EvennessGate.decide(new long[] {500 * million, 250 * million, 250 * million}, THREE, 0.30, 0.05))
                .isEqualTo(Decision.FAIL);
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> EvennessGate.criticalValues(THREE, 10, 0, 0.05))
                .hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> EvennessGate.criticalValues(THREE, 10, 0.3, 0.7))
                .hasMessageContaining("alpha");
        assertThatThrownBy(() -> EvennessGate.criticalValues(new double[] {1}, 10, 0.3, 0.05))
                .hasMessageContaining("at least 2");
        assertThatThrownBy(() -> new CriticalValues(0.5, 0.4)).hasMessageContaining("overlap");
    }
}
