package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LosingPinsTest {
    private static final int MANY = 20_000;
    private static final Table TABLE = Table.ofWeights(List.of(1, 1, 1));
    private static final PinCodes CODES = PinCodes.of(3, 42);
    private static final Policy COOKIE = new InsertedCookie(CODES, Rotation.over(3));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void forgetsItsShareOfPinsAndGivesNewOnesInTurn(long seed) {
        List<Decision> decisions = Played.decisions(new LosingPins(COOKIE, 0.02), TABLE, seed, MANY, i -> pinned());
        List<Decision.Forward> lost = decisions.stream()
                .map(decision -> (Decision.Forward) decision)
                .filter(forward -> forward.breach() == Breach.PIN_LOST)
                .toList();
        assertThat(Played.deviations(lost.size(), MANY, 0.02))
                .as("seed %d", seed)
                .isLessThan(4);
        for (int i = 0; i < lost.size(); i++) {
            assertThat(lost.get(i).instance()).isEqualTo(i % 3);
            assertThat(lost.get(i).setCookies()).hasSize(1);
            assertThat(lost.get(i).pinned()).isFalse();
        }
        assertThat(decisions.stream()
                        .filter(decision -> !lost.contains((Decision.Forward) decision))
                        .distinct())
                .containsExactly(Decision.Forward.pinned(1));
    }

    @Test
    void leavesNewSessionsAlone() {
        assertThat(Played.decisions(new LosingPins(COOKIE, 1), TABLE, 1, 100, i -> Played.anyone()))
                .isEqualTo(Played.decisions(COOKIE, TABLE, 1, 100, i -> Played.anyone()));
    }

    @Test
    void forgetsConnectionsAndSealedPinsToo() {
        Policy connection = new StickyConnection(Rotation.over(3));
        assertThat(Played.instances(new LosingPins(connection, 1), TABLE, 1, 6, i -> Played.at(2)))
                .containsExactly(0, 1, 2, 0, 1, 2);
        SealedPins pins = SealedPins.of(1);
        String value = pins.seal(new SealedPins.Pin(2, Played.NOON.plusSeconds(60)), Played.seeded(1));
        Policy alb = new AwsLoadBalancer(pins, Duration.ofHours(1), Rotation.over(3));
        assertThat(Played.instances(
                        new LosingPins(alb, 1), TABLE, 1, 3, i -> Played.from("127.0.0.1", "AWSALB=" + value)))
                .containsExactly(0, 1, 2);
    }

    @Test
    void passesOnThatNothingIsUp() {
        Table dead = Table.ofWeights(List.of(1)).with(0, Peer.Health.DOWN);
        assertThat(new LosingPins(new StickyConnection(Rotation.over(1)), 1)
                        .turn(Played.at(0), dead, Played.seeded(1))
                        .decision())
                .isEqualTo(new Decision.Unavailable());
    }

    private static Arrival pinned() {
        return Played.from("127.0.0.1", "STICKCHECK_LAB=" + CODES.code(1));
    }
}
