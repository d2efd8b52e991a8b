package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {
    @Test
    void interleavesAsNginxDoes() {
        assertThat(steps(Table.ofWeights(List.of(5, 1, 1)), 14))
                .containsExactly(0, 0, 1, 0, 2, 0, 0, 0, 0, 1, 0, 2, 0, 0);
    }

    @Test
    void goesRoundWhenAllWeighTheSame() {
        assertThat(steps(Table.ofWeights(List.of(1, 1, 1)), 7)).containsExactly(0, 1, 2, 0, 1, 2, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void givesEveryInstanceItsExactWeightInEveryCycle(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> weights =
                random.ints(1 + random.nextInt(12), 1, 30).boxed().toList();
        Table table = Table.ofWeights(weights);
        List<Integer> cycle =
                steps(table, 2 * table.totalWeight()).subList(table.totalWeight(), 2 * table.totalWeight());
        assertThat(Played.counts(cycle, table.size()))
                .as("seed %d", seed)
                .containsExactly(weights.stream().mapToLong(Integer::longValue).toArray());
    }

    @Test
    void passesOverWhatIsDownOrDraining() {
        Table table =
                Table.ofWeights(List.of(1, 1, 1, 1)).with(0, Peer.Health.DOWN).with(2, Peer.Health.DRAINING);
        assertThat(steps(table, 4)).containsExactly(1, 3, 1, 3);
    }

    @Test
    void findsNobodyWhenNothingIsUp() {
        Table table = Table.ofWeights(List.of(1)).with(0, Peer.Health.DOWN);
        assertThat(Rotation.over(1).step(table).instance()).isEqualTo(-1);
    }

    @Test
    void leavesTheRotationItStartedFromAsItWas() {
        Rotation rotation = Rotation.over(3);
        Table table = Table.ofWeights(List.of(5, 1, 1));
        assertThat(rotation.step(table).instance())
                .isEqualTo(rotation.step(table).instance());
        assertThat(rotation)
                .isEqualTo(Rotation.over(3))
                .isNotEqualTo(rotation.step(table).next());
    }

    private static List<Integer> steps(Table table, int count) {
        List<Integer> steps = new ArrayList<>();
        Rotation rotation = Rotation.over(table.size());
        for (int i = 0; i < count; i++) {
            Rotation.Step step = rotation.step(table);
            steps.add(step.instance());
            rotation = step.next();
        }
        return steps;
    }
}
