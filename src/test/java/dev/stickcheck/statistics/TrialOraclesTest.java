package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.Block;
import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Gain;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Times;
import dev.stickcheck.model.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The reference values of STATISTICS 5.2 and 5.3 by the way that a measurement takes: from the times of blocks.
class TrialOraclesTest {
    private static final double[] D = {-.20, -.10, -.15, -.25, -.05, -.18, -.12, -.22, -.08, -.15};
    private static final double SECOND = 1e9;
    private static final Ending DONE = new Ending(Ending.Kind.COMPLETED, "all blocks were done");

    /// Every answer of a block takes as long, so that each of its quantiles has the ratio e^d.
    private static TrialFindings example() {
        List<Block> blocks = new ArrayList<>();
        for (int number = 0; number < D.length; number++) {
            blocks.add(new Block(
                    number,
                    number % 2 == 0 ? Arm.ON : Arm.OFF,
                    SimulatedTrial.armOf(always(SECOND * Math.exp(D[number]))),
                    SimulatedTrial.armOf(always(SECOND))));
        }
        return findings(blocks);
    }

    private static TrialFindings findings(List<Block> blocks) {
        return TrialFindings.of(
                new Trial(Contrast.COOKIES, blocks, blocks.size(), DONE), 0.05, new SplittableRandom(1));
    }

    private static Times always(double nanos) {
        return Times.of(LongStream.generate(() -> Math.round(nanos)).limit(100).toArray());
    }

    private static void assertInterval(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(1e-8));
        assertThat(interval.high()).isCloseTo(high, within(1e-8));
    }

    /// STATISTICS 5.2: mean −0.15, 90 % CI [0.8294715108, 0.8931207534], 95 % CI [0.8223258005, 0.9008816460], sign
    /// flips p = 1/512; 5.3: that interval is rule 5, better by an unknown size.
    @ParameterizedTest
    @CsvSource({"0", "1"})
    void judgesTheExampleOfTenBlocks(int place) {
        QuantileRatio ratio = example().service().get(place);

        assertThat(ratio.blocks()).isEqualTo(10);
        assertThat(ratio.blockMean()).isCloseTo(-0.15, within(1e-9));
        assertThat(ratio.blockError()).isCloseTo(0.0637704216 / Math.sqrt(10), within(1e-9));
        assertInterval(ratio.blockwise(0.05), 0.8294715108, 0.8931207534);
        assertInterval(ratio.blockwise(0.025), 0.8223258005, 0.9008816460);
        assertThat(ratio.signFlip()).isEqualTo(1.0 / 512);
        Interval ninety = ratio.blockwise(0.05);
        assertThat(GainRules.decide(ninety.low(), ninety.high())).isEqualTo(Gain.BETTER_SIZE_UNKNOWN);
    }

    /// STATISTICS 5.2: n = 100 bounds p50 by ranks 40 and 61, p95 by 90 and 100; n = 200 p95 by 184 and 197.
    @ParameterizedTest
    @CsvSource({"100, 0, 40, 61", "100, 1, 90, 100", "200, 1, 184, 197"})
    void boundsAQuantileOfOneArm(int n, int place, int low, int high) {
        long[] millis = LongStream.rangeClosed(1, n).map(i -> i * 1_000_000).toArray();
        Block block =
                new Block(0, Arm.ON, SimulatedTrial.armOf(Times.of(millis)), SimulatedTrial.armOf(Times.of(millis)));

        Interval interval = findings(List.of(block)).service().get(place).on().interval();
        assertThat(interval).isEqualTo(new Interval(low, high));
    }

    /// STATISTICS 5.2: two-sided there is no upper limit of p95 below 72 answers; 5.3, rule 1: then nothing is said.
    @ParameterizedTest
    @CsvSource({"7, false", "8, true"})
    void saysNothingOfAQuantileThatCannotBeEstimated(int requests, boolean estimable) {
        List<Block> blocks = new ArrayList<>();
        for (int number = 0; number < 9; number++) {
            blocks.add(block(number, requests, 0.5));
        }
        QuantileRatio nine = findings(blocks).service().get(1);
        blocks.add(block(9, 0, 0.5));
        QuantileRatio ten = findings(blocks).service().get(1);

        assertThat(nine.on().interval() != null).isEqualTo(estimable);
        assertThat(GainRules.decide(nine, 0.05)).as("nine blocks").isEqualTo(Gain.INCONCLUSIVE);
        assertThat(GainRules.decide(ten, 0.05)).isEqualTo(estimable ? Gain.BETTER_15 : Gain.INCONCLUSIVE);
    }

    private static Block block(int number, int requests, double ratio) {
        long[] on = LongStream.generate(() -> Math.round(SECOND * ratio))
                .limit(requests)
                .toArray();
        long[] off =
                LongStream.generate(() -> Math.round(SECOND)).limit(requests).toArray();
        return new Block(number, Arm.ON, SimulatedTrial.armOf(Times.of(on)), SimulatedTrial.armOf(Times.of(off)));
    }
}
