package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StickyConnectionTest {
    private static final Table TABLE = Table.ofWeights(List.of(1, 1, 1));
    private static final Policy POLICY = new StickyConnection(Rotation.over(3));

    @Test
    void givesEveryNewConnectionTheNextInstance() {
        assertThat(Played.instances(POLICY, TABLE, 1, 4, i -> Played.anyone())).containsExactly(0, 1, 2, 0);
    }

    @Test
    void keepsAConnectionWhereItIsWhateverCookieComesAlong() {
        assertThat(Played.decisions(POLICY, TABLE, 1, 3, i -> Played.at(2))).containsOnly(Decision.Forward.pinned(2));
    }

    @Test
    void keepsTheConnectionsOfADrainingInstanceAndMovesThoseOfADeadOne() {
        assertThat(Played.instances(POLICY, TABLE.with(0, Peer.Health.DRAINING), 1, 2, i -> Played.at(0)))
                .containsOnly(0);
        assertThat(Played.instances(POLICY, TABLE.with(0, Peer.Health.DOWN), 1, 2, i -> Played.at(0)))
                .containsExactly(1, 2);
    }

    @Test
    void hasNobodyToSendToWhenAllAreDown() {
        Table dead = Table.ofWeights(List.of(1)).with(0, Peer.Health.DOWN);
        assertThat(new StickyConnection(Rotation.over(1))
                        .turn(Played.at(0), dead, Played.seeded(1))
                        .decision())
                .isEqualTo(new Decision.Unavailable());
    }
}
