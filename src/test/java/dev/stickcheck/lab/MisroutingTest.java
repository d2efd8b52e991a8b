package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisroutingTest {
    private static final int MANY = 20_000;
    private static final Table TABLE = Table.ofWeights(List.of(7, 2, 1));
    private static final PinCodes CODES = PinCodes.of(3, 42);
    private static final Policy COOKIE = new InsertedCookie(CODES, Rotation.over(3));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sendsItsShareOfPinnedRequestsElsewhereByWeight(long seed) {
        List<Integer> chosen = Played.instances(new Misrouting(COOKIE, 0.08), TABLE, seed, MANY, i -> pinned(0));
        long[] counts = Played.counts(chosen, 3);
        long astray = counts[1] + counts[2];
        assertThat(Played.deviations(astray, MANY, 0.08)).as("seed %d", seed).isLessThan(4);
        assertThat(Played.deviations(counts[1], astray, 2.0 / 3))
                .as("seed %d", seed)
                .isLessThan(4);
    }

    @Test
    void neverHitsThePinnedInstanceWhenEveryRequestGoesAstray() {
        assertThat(Played.instances(new Misrouting(COOKIE, 1), TABLE, 1, 1000, i -> pinned(0)))
                .containsOnly(1, 2);
    }

    @Test
    void leavesTheCookieAlone() {
        assertThat(Played.decisions(new Misrouting(COOKIE, 1), TABLE, 1, 1000, i -> pinned(0)))
                .allSatisfy(decision ->
                        assertThat(((Decision.Forward) decision).setCookies()).isEmpty());
    }

    @Test
    void leavesNewSessionsAlone() {
        List<Decision> unbroken = Played.decisions(COOKIE, TABLE, 1, 100, i -> Played.anyone());
        assertThat(Played.decisions(new Misrouting(COOKIE, 1), TABLE, 1, 100, i -> Played.anyone()))
                .isEqualTo(unbroken);
    }

    @Test
    void callsEveryRequestPinnedWhenTheAddressIsThePin() {
        Policy hash = new AddressHash(Rotation.over(3));
        assertThat(Played.instances(new Misrouting(hash, 1), TABLE, 1, 1000, i -> Played.anyone()))
                .containsOnly(1, 2);
    }

    @Test
    void staysWhenNoOtherInstanceIsUp() {
        Table alone = TABLE.with(1, Peer.Health.DOWN).with(2, Peer.Health.DRAINING);
        assertThat(Played.instances(new Misrouting(COOKIE, 1), alone, 1, 100, i -> pinned(0)))
                .containsOnly(0);
    }

    @Test
    void passesOnThatNothingIsUp() {
        Table dead = Table.ofWeights(List.of(1)).with(0, Peer.Health.DOWN);
        Policy policy = new Misrouting(new RoundRobin(Rotation.over(1)), 1);
        assertThat(policy.turn(Played.anyone(), dead, Played.seeded(1)).decision())
                .isEqualTo(new Decision.Unavailable());
    }

    private static Arrival pinned(int instance) {
        return Played.from("127.0.0.1", "STICKCHECK_LAB=" + CODES.code(instance));
    }
}
