package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeastConnectionsTest {
    private static final Policy POLICY = new LeastConnections(Rotation.over(3));

    @ParameterizedTest
    @CsvSource({"5, 1, 3, 1", "0, 1, 1, 0", "2, 2, 1, 2", "1000000, 999999, 1000000, 1"})
    void choosesTheLeastBusy(int first, int second, int third, int chosen) {
        assertThat(choose(Table.ofWeights(List.of(1, 1, 1)), first, second, third))
                .isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource({"7, 4, 4, 2, 0", "4, 2, 3, 1, 1", "5, 2, 1, 2, 2", "3, 2, 2, 2, 0", "69, 10, 7, 10, 0"})
    void countsWhatIsUnderWayByWeight(int first, int second, int third, int weightOfFirst, int chosen) {
        Table table = Table.ofWeights(List.of(weightOfFirst, 1, 1));
        assertThat(choose(table, first, second, third)).isEqualTo(chosen);
    }

    @Test
    void rotatesAmongTies() {
        assertThat(Played.instances(POLICY, Table.ofWeights(List.of(1, 1, 1)), 1, 6, i -> Played.whileBusy(0, 0, 0)))
                .containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(Played.instances(POLICY, Table.ofWeights(List.of(1, 1, 1)), 1, 4, i -> Played.whileBusy(2, 1, 1)))
                .containsExactly(1, 2, 1, 2);
    }

    @Test
    void givesNothingNewToWhoIsDownOrDraining() {
        Table table =
                Table.ofWeights(List.of(1, 1, 1)).with(0, Peer.Health.DOWN).with(1, Peer.Health.DRAINING);
        assertThat(choose(table, 0, 0, 9)).isEqualTo(2);
        assertThat(choose(table.with(2, Peer.Health.DOWN), 0, 0, 0)).isEqualTo(-1);
    }

    private static int choose(Table table, int... underWay) {
        return Played.instance(
                POLICY.turn(Played.whileBusy(underWay), table, Played.seeded(1)).decision());
    }
}
