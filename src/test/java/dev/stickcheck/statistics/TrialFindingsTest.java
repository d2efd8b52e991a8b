package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ArmSample;
import dev.stickcheck.model.Block;
import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Times;
import dev.stickcheck.model.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrialFindingsTest {
    private static final Ending DONE = new Ending(Ending.Kind.COMPLETED, "all blocks were done");

    private static TrialFindings findings(Trial trial, long seed) {
        return TrialFindings.of(trial, 0.05, new SplittableRandom(seed));
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    /// The quantile of a resample, found in the arranged times, against the repeated times themselves.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheQuantileOfAnyResample(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int blocks = 1 + random.nextInt(12);
        List<Times> times = new ArrayList<>();
        for (int b = 0; b < blocks; b++) {
            int spread = 1 + random.nextInt(500);
            times.add(Times.of(random.longs(random.nextInt(200), 1, 1 + spread).toArray()));
        }
        PooledTimes pooled = new PooledTimes(times);
        for (int draw = 0; draw < 50; draw++) {
            int[] drawn = new int[blocks];
            List<Long> all = new ArrayList<>();
            for (int i = 0; i < blocks; i++) {
                int block = random.nextInt(blocks);
                drawn[block]++;
                times.get(block).stream().forEach(all::add);
            }
            long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
            for (double q : new double[] {0.01, 0.5, 0.95, 0.99, 1}) {
                double found = pooled.quantile(q, drawn);
                if (sorted.length == 0) {
                    assertThat(found).isNaN();
                } else {
                    assertThat(found).isEqualTo(NearestRank.of(sorted, q));
                }
            }
        }
    }

    @Test
    void saysTheSameOfTheSameTrialAndSeed() {
        Trial trial = SimulatedTrial.drifting(12, 100, 0.9).run(5);
        assertThat(findings(trial, 1)).isEqualTo(findings(trial, 1));
    }

    @Test
    void turnsRoundWithTheArms() {
        Trial trial = SimulatedTrial.drifting(12, 120, 0.9).run(5);
        List<Block> swapped = trial.blocks().stream()
                .map(block -> new Block(block.number(), block.first(), block.off(), block.on()))
                .toList();
        TrialFindings there = findings(trial, 1);
        TrialFindings back = findings(new Trial(trial.contrast(), swapped, 12, DONE), 1);
        for (int i = 0; i < 3; i++) {
            QuantileRatio one = there.service().get(i);
            QuantileRatio other = back.service().get(i);
            assertThat(other.logRatio()).isCloseTo(-one.logRatio(), within(1e-12));
            assertThat(other.standardError()).isCloseTo(one.standardError(), within(1e-9));
            assertThat(other.signFlip()).isEqualTo(one.signFlip());
        }
        assertThat(back.ranks().faster()).isCloseTo(1 - there.ranks().faster(), within(1e-12));
    }

    /// STATISTICS 5.2: by block p95 needs 100 requests an arm, so with 99 there is no cross-check.
    @Test
    void asksForAHundredRequestsABlockToCheckP95() {
        QuantileRatio enough = findings(SimulatedTrial.drifting(10, 100, 1).run(1), 1)
                .service()
                .get(1);
        assertThat(enough.blockwise(0.05)).isNotNull();
        assertThat(enough.signFlip()).isNotNull();
        QuantileRatio few =
                findings(SimulatedTrial.drifting(10, 99, 1).run(1), 1).service().get(1);
        assertThat(few.blockwise(0.05)).isNull();
        assertThat(few.interval(0.05)).isNotNull();
    }

    @Test
    void holdsAQuantileNotEstimableFromTooFewTimes() {
        TrialFindings few = findings(SimulatedTrial.drifting(10, 7, 1).run(1), 1);
        assertThat(few.service().get(0).estimable()).isTrue();
        assertThat(few.service().get(1).estimable()).isFalse();
        assertThat(few.service().get(1).on().interval()).isNull();
        assertThat(few.service().get(1).on().value()).isNotNull();
    }

    @Test
    void findsNothingInNothing() {
        TrialFindings none = findings(new Trial(Contrast.TARGETS, List.of(), 20, DONE), 1);
        assertThat(none.service()).allSatisfy(ratio -> {
            assertThat(ratio.ratio()).isNull();
            assertThat(ratio.interval(0.05)).isNull();
            assertThat(ratio.estimable()).isFalse();
        });
        assertThat(none.ranks()).isNull();
        assertThat(none.cacheHits().estimate()).isNull();
        assertThat(none.on().cacheHitRate()).isNull();
        assertThat(none.on().latency().p50()).isNull();
    }

    @Test
    void goesOnWithBlocksInWhichAnArmOnlyFailed() {
        List<Block> blocks =
                new ArrayList<>(SimulatedTrial.drifting(12, 100, 0.8).run(3).blocks());
        blocks.set(
                4,
                new Block(
                        4,
                        Arm.ON,
                        SimulatedTrial.armOf(Times.NONE),
                        blocks.get(4).off()));
        TrialFindings findings = findings(new Trial(Contrast.TARGETS, blocks, 12, DONE), 1);
        assertThat(findings.service().get(0).interval(0.05)).isNotNull();
        assertThat(findings.service().get(0).blockwise(0.05)).isNull();
        assertThat(findings.blocks().get(4).on().p50()).isNull();
    }

    /// Answers that do not tell count neither as hits nor as misses.
    @Test
    void tellsHitsAndQueriesOnlyWhereTheTargetDoes() {
        List<Block> blocks = new ArrayList<>();
        for (int b = 0; b < 10; b++) {
            blocks.add(new Block(b, Arm.ON, arm(50, 20 + b % 3, 40, 120), arm(0, 0, 40, 160)));
        }
        TrialFindings silent = findings(new Trial(Contrast.TARGETS, blocks, 10, DONE), 1);
        assertThat(silent.on().cacheHitRate()).isCloseTo(0.418, within(1e-12));
        assertThat(silent.off().cacheHitRate()).isNull();
        assertThat(silent.cacheHits().estimate()).isNull();
        assertThat(silent.on().databaseQueries()).isEqualTo(3);
        assertThat(silent.off().databaseQueries()).isEqualTo(4);
        assertThat(silent.queries().estimate()).isEqualTo(0.25);
        assertThat(silent.queries().interval()).isEqualTo(new Interval(0.25, 0.25));
    }

    private static ArmSample arm(long told, long hits, long queriesTold, long queries) {
        return new ArmSample(Times.NONE, Times.NONE, Times.NONE, 0, told, hits, queriesTold, queries);
    }

    /// The largest trial that is kept: 20 blocks of 20,000 times in each arm.
    @Test
    void keepsUpWithTheLargestTrial() {
        TrialFindings findings = findings(new SimulatedTrial(20, 20_000, 0.9, 0.5, 0.15, 0.05).run(1), 1);
        assertThat(findings.service().get(1).ratio()).isBetween(0.8, 1.0);
        assertThat(Arrays.asList(0, 1, 2))
                .allSatisfy(i ->
                        assertThat(findings.service().get(i).interval(0.05)).isNotNull());
    }
}
