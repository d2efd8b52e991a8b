package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.model.ArmTime;
import dev.stickcheck.model.Gain;
import dev.stickcheck.model.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GainRulesTest {
    private static final double ALPHA = 0.05;
    private static final ArmTime UNKNOWN = new ArmTime(null, null, null);

    /// STATISTICS 5.2's blocks.
    private static final double[] D = {-.20, -.10, -.15, -.25, -.05, -.18, -.12, -.22, -.08, -.15};

    private static QuantileRatio ratio(int blocks, double logRatio, double error) {
        return new QuantileRatio(0.95, blocks, true, UNKNOWN, UNKNOWN, logRatio, error, logRatio, error, null, null);
    }

    /// STATISTICS 5.2: mean −0.15, sd 0.0637704216, 90 % [0.8294715108, 0.8931207534], 95 % [0.8223258005,
    /// 0.9008816460]; 5.3: rule 5.
    @Test
    void judgesTheExampleAsFasterByAnUnknownSize() {
        double mean = PairedArms.mean(D);
        double deviation = PairedArms.deviation(D);
        assertThat(mean).isCloseTo(-0.15, within(1e-15));
        assertThat(deviation).isCloseTo(0.0637704216, within(6e-11));
        QuantileRatio ratio = ratio(10, mean, deviation / Math.sqrt(10));
        assertThat(ratio.ratio()).isCloseTo(0.8607079764, within(6e-11));
        assertThat(SpecialFunctions.studentQuantile(0.95, 9)).isCloseTo(1.8331129327, within(6e-11));
        Interval ninety = ratio.interval(0.05);
        assertThat(ninety.low()).isCloseTo(0.8294715108, within(6e-11));
        assertThat(ninety.high()).isCloseTo(0.8931207534, within(6e-11));
        Interval ninetyFive = ratio.interval(0.025);
        assertThat(ninetyFive.low()).isCloseTo(0.8223258005, within(6e-11));
        assertThat(ninetyFive.high()).isCloseTo(0.9008816460, within(6e-11));
        assertThat(GainRules.decide(ratio, ALPHA)).isEqualTo(Gain.BETTER_SIZE_UNKNOWN);
    }

    /// STATISTICS 5.2: all ten signs agree, p = 1/512 = 2^(1−10).
    @Test
    void flipsSignsExactly() {
        assertThat(SignFlip.pValue(D, new SplittableRandom(1))).isEqualTo(1.0 / 512);
        assertThat(SignFlip.pValue(new double[] {1, -1}, new SplittableRandom(1)))
                .isEqualTo(1);
        assertThat(SignFlip.pValue(new double[10], new SplittableRandom(1))).isEqualTo(1);
    }

    @Test
    void flipsSignsByChanceBeyondTwentyBlocks() {
        double[] twenty = new SplittableRandom(3).doubles(20, -0.8, 1.2).toArray();
        double exact = SignFlip.pValue(twenty, new SplittableRandom(1));
        double[] padded = Arrays.copyOf(twenty, 21);
        // A difference of zero changes no sum; 5 standard errors of 99,999 draws.
        assertThat(SignFlip.pValue(padded, new SplittableRandom(1)))
                .isCloseTo(exact, within(5 * Math.sqrt(exact * (1 - exact) / 99_999) + 1e-5));
        double[] clear = new double[100];
        Arrays.fill(clear, 0.1);
        assertThat(SignFlip.pValue(clear, new SplittableRandom(1))).isEqualTo(1e-5);
    }

    /// STATISTICS 5.3, in its order: the first that matches.
    @ParameterizedTest
    @CsvSource({
        "0.70, 0.849, BETTER_15",
        "0.953, 1.049, EQUIVALENT",
        "0.96, 0.99, EQUIVALENT",
        "1.01, 1.04, EQUIVALENT",
        "0.851, 0.99, BETTER_UNDER_15",
        "0.84, 0.86, BETTER_SIZE_UNKNOWN",
        "0.85, 0.95, BETTER_SIZE_UNKNOWN",
        "1.001, 1.2, WORSE",
        "0.9, 1.1, INCONCLUSIVE",
        "0.96, 1.06, INCONCLUSIVE",
        "0.5, 2, INCONCLUSIVE"
    })
    void namesTheFirstOutcomeThatMatches(double low, double high, Gain expected) {
        assertThat(GainRules.decide(low, high)).isEqualTo(expected);
    }

    @Test
    void saysNothingOnFewerThanTenBlocks() {
        assertThat(GainRules.decide(ratio(9, -1, 0.01), ALPHA)).isEqualTo(Gain.INCONCLUSIVE);
        assertThat(GainRules.additionalBlocks(ratio(9, -1, 0.01), ALPHA)).isEqualTo(1);
        assertThat(GainRules.decide(ratio(10, -1, 0.01), ALPHA)).isEqualTo(Gain.BETTER_15);
        QuantileRatio none = new QuantileRatio(0.95, 0, false, UNKNOWN, UNKNOWN, null, null, null, null, null, null);
        assertThat(GainRules.decide(none, ALPHA)).isEqualTo(Gain.INCONCLUSIVE);
        assertThat(GainRules.additionalBlocks(none, ALPHA)).isEqualTo(10);
    }

    @Test
    void saysHowManyMoreBlocksWouldDecide() {
        assertThat(GainRules.additionalBlocks(ratio(20, -0.5, 0.02), ALPHA)).isNull();
        // With no difference at all, equality needs (t + 1.28) · 0.05 · √(20/B) < ln 1.05.
        Integer more = GainRules.additionalBlocks(ratio(20, 0, 0.05), ALPHA);
        assertThat(more).isNotNull();
        assertThat(half(0.05, 20, 20 + more)).isLessThan(Math.log(1.05));
        assertThat(half(0.05, 20, 20 + more - 1)).isGreaterThanOrEqualTo(Math.log(1.05));
        // Exactly at 15 % no number of blocks tells on which side the truth is.
        assertThat(GainRules.additionalBlocks(ratio(20, Math.log(0.85), 0.02), ALPHA))
                .isNull();
        // The example: is it more than 15 %?
        assertThat(GainRules.additionalBlocks(ratio(10, -0.15, 0.0201659), ALPHA))
                .isBetween(20, 300);
    }

    private static double half(double error, int before, int blocks) {
        return (SpecialFunctions.studentQuantile(0.95, blocks - 1) + SpecialFunctions.normalQuantile(0.9))
                * error
                * Math.sqrt((double) before / blocks);
    }
}
