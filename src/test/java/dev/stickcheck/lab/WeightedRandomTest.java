package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedRandomTest {
    private static final int MANY = 20_000;
    private static final Table TABLE = Table.ofWeights(List.of(7, 2, 1));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void drawsByWeight(long seed) {
        List<Integer> drawn = Played.instances(new WeightedRandom(), TABLE, seed, MANY, i -> Played.anyone());
        long[] counts = Played.counts(drawn, 3);
        assertThat(Played.deviations(counts[0], MANY, 0.7)).as("seed %d", seed).isLessThan(4);
        assertThat(Played.deviations(counts[1], MANY, 0.2)).as("seed %d", seed).isLessThan(4);
        assertThat(Played.deviations(counts[2], MANY, 0.1)).as("seed %d", seed).isLessThan(4);
    }

    @Test
    void drawsTheSameFromTheSameSeed() {
        List<Integer> first = Played.instances(new WeightedRandom(), TABLE, 7, 200, i -> Played.anyone());
        assertThat(Played.instances(new WeightedRandom(), TABLE, 7, 200, i -> Played.anyone()))
                .isEqualTo(first);
        assertThat(Played.instances(new WeightedRandom(), TABLE, 8, 200, i -> Played.anyone()))
                .isNotEqualTo(first);
    }

    @Test
    void drawsOnlyWhatIsUp() {
        Table table = TABLE.with(0, Peer.Health.DOWN).with(1, Peer.Health.DRAINING);
        assertThat(Played.instances(new WeightedRandom(), table, 1, 100, i -> Played.anyone()))
                .containsOnly(2);
        assertThat(new WeightedRandom()
                        .turn(Played.anyone(), table.with(2, Peer.Health.DOWN), Played.seeded(1))
                        .decision())
                .isEqualTo(new Decision.Unavailable());
    }
}
