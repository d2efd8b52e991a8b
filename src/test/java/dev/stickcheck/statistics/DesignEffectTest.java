package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignEffectTest {
    /// STATISTICS 2: switches and stays of six sessions of four transitions.
    private static final long[][] TRANSITIONS = {{0, 4}, {0, 4}, {0, 4}, {1, 3}, {4, 0}, {2, 2}};

    /// STATISTICS 2: 3.105882 by the cluster variance, 2.75 = 1 + 3·0.583333 by the correlation.
    @Test
    void givesTheReferenceValues() {
        DesignEffect effect = of(TRANSITIONS);
        assertThat(effect.sampled()).isCloseTo(3.105882352941, within(1e-11));
        assertThat(effect.modelled()).isCloseTo(2.75, within(1e-12));
        assertThat(effect.deff()).isEqualTo(effect.sampled());
        assertThat(effect.effectiveN()).isCloseTo(24 / 3.105882352941, within(1e-9));
    }

    /// STATISTICS 2: sizes 10, 10, 10, 100, none ever split.
    @Test
    void stickyClustersOfUnequalSizeAreWorthLittle() {
        DesignEffect effect = of(new long[][] {{10, 0, 0}, {0, 10, 0}, {0, 0, 10}, {100, 0, 0}});
        assertThat(effect.deff()).isCloseTo(79.2308, within(5e-5));
        assertThat(effect.effectiveN()).isCloseTo(1.6408, within(5e-5));
    }

    /// STATISTICS 4.1: R for sessions of R sticky requests. The cluster variance of 2,000 sessions is uncertain by
    /// 5 %.
    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73})
    void equalStickySessionsCountOnce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DesignEffect effect = new DesignEffect();
        for (int i = 0; i < 2000; i++) {
            long[] session = new long[3];
            session[random.nextInt(3)] = 10;
            effect.add(session);
        }
        assertThat(effect.deff()).as("seed %d", seed).isCloseTo(10, within(0.5));
        assertThat(effect.effectiveN()).as("seed %d", seed).isCloseTo(2000, within(100.0));
    }

    @ParameterizedTest
    @ValueSource(longs = {74, 75, 76})
    void independentRequestsLoseNothing(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DesignEffect effect = new DesignEffect();
        for (int i = 0; i < 2000; i++) {
            long[] session = new long[4];
            for (int r = 0; r < 10; r++) {
                session[random.nextInt(4)]++;
            }
            effect.add(session);
        }
        assertThat(effect.deff()).as("seed %d", seed).isBetween(1.0, 1.1);
    }

    @Test
    void singlesAndNothingHaveNoEffect() {
        DesignEffect effect = new DesignEffect();
        assertThat(effect.deff()).isOne();
        assertThat(effect.effectiveN()).isZero();
        effect.add(new long[] {0, 0});
        assertThat(effect.deff()).isOne();
        for (int i = 0; i < 30; i++) {
            effect.add(i % 3 == 0 ? new long[] {1, 0} : new long[] {0, 1});
        }
        assertThat(effect.deff()).isCloseTo(1, within(0.05));
    }

    /// One instance, or one session, says nothing about the correlation: the worst is taken.
    @Test
    void ignoranceCountsAsFullCorrelation() {
        assertThat(of(new long[][] {{10}, {10}, {10}}).deff()).isCloseTo(10, within(1e-12));
        assertThat(of(new long[][] {{5, 5}}).effectiveN()).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {81, 82, 83})
    void splittingAndMergingAgree(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DesignEffect whole = new DesignEffect();
        DesignEffect one = new DesignEffect();
        DesignEffect other = new DesignEffect();
        for (int i = 0; i < 500; i++) {
            long[] cluster = random.longs(1 + random.nextInt(5), 0, 20).toArray();
            whole.add(cluster);
            (random.nextBoolean() ? one : other).add(cluster);
        }
        one.merge(other);
        assertThat(one.deff()).as("seed %d", seed).isCloseTo(whole.deff(), within(1e-9));
        assertThat(one.effectiveN()).as("seed %d", seed).isCloseTo(whole.effectiveN(), within(1e-6));
    }

    @Test
    void refusesNegativeCounts() {
        assertThatThrownBy(() -> new DesignEffect().add(new long[] {1, -1})).hasMessageContaining("got -1");
    }

    private static DesignEffect of(long[][] clusters) {
        DesignEffect effect = new DesignEffect();
        for (long[] cluster : clusters) {
            effect.add(cluster);
        }
        return effect;
    }
}
