package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsertedCookieTest {
    private static final Table TABLE = Table.ofWeights(List.of(1, 1, 1));
    private static final PinCodes CODES = PinCodes.of(3, 42);
    private static final Policy POLICY = new InsertedCookie(CODES, Rotation.over(3));

    @Test
    void givesEveryNewSessionTheNextInstanceAndItsCookie() {
        assertThat(Played.decisions(POLICY, TABLE, 1, 4, i -> Played.anyone()))
                .containsExactly(pinnedAnew(0), pinnedAnew(1), pinnedAnew(2), pinnedAnew(0));
    }

    @Test
    void assignsNewSessionsByWeightSmoothly() {
        assertThat(Played.instances(POLICY, Table.ofWeights(List.of(5, 1, 1)), 1, 7, i -> Played.anyone()))
                .containsExactly(0, 0, 1, 0, 2, 0, 0);
    }

    @Test
    void followsTheCookieAndSetsItNoMore() {
        assertThat(Played.decisions(POLICY, TABLE, 1, 3, i -> returning(2))).containsOnly(Decision.Forward.pinned(2));
    }

    @Test
    void takesNoTurnFromNewSessionsForPinnedOnes() {
        assertThat(Played.instances(POLICY, TABLE, 1, 6, i -> i % 2 == 0 ? Played.anyone() : returning(2)))
                .containsExactly(0, 2, 1, 2, 2, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STICKCHECK_LAB=",
                "STICKCHECK_LAB=instance-2",
                "STICKCHECK_LAB=0000000000000000",
                "stickcheck_lab=x",
                "STICKCHECK_LAB",
                "=;=;;",
                "\u0000\u001b[31m",
                "other=1"
            })
    void pinsAnewWhoBringsNoCookieOfOurs(String header) {
        assertThat(POLICY.turn(Played.from("127.0.0.1", header), TABLE, Played.seeded(1))
                        .decision())
                .isEqualTo(pinnedAnew(0));
    }

    @Test
    void keepsTheSessionsOfADrainingInstanceAndGivesItNoNewOnes() {
        Table draining = TABLE.with(1, Peer.Health.DRAINING);
        assertThat(Played.decisions(POLICY, draining, 1, 2, i -> returning(1)))
                .containsOnly(Decision.Forward.pinned(1));
        assertThat(Played.instances(POLICY, draining, 1, 4, i -> Played.anyone()))
                .containsExactly(0, 2, 0, 2);
    }

    @Test
    void pinsTheSessionsOfADeadInstanceAnew() {
        assertThat(POLICY.turn(returning(0), TABLE.with(0, Peer.Health.DOWN), Played.seeded(1))
                        .decision())
                .isEqualTo(pinnedAnew(1));
    }

    @Test
    void hasNobodyToSendToWhenAllAreDown() {
        Table dead = Table.ofWeights(List.of(1)).with(0, Peer.Health.DOWN);
        assertThat(new InsertedCookie(CODES, Rotation.over(1))
                        .turn(returning(0), dead, Played.seeded(1))
                        .decision())
                .isEqualTo(new Decision.Unavailable());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void givesEveryInstanceAnOpaqueCodeOfItsOwn(long seed) {
        PinCodes codes = PinCodes.of(100, seed);
        assertThat(IntStream.range(0, 100).mapToObj(codes::code))
                .as("seed %d", seed)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[0-9a-f]{16}"));
        assertThat(IntStream.range(0, 100).map(i -> codes.instance(codes.code(i))))
                .as("seed %d", seed)
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void neverShowsACookieWhenPrinted() {
        Arrival arrival = returning(1);
        Policy.Turn turn = POLICY.turn(Played.anyone(), TABLE, Played.seeded(1));
        assertThat(arrival + " " + turn).doesNotContain(CODES.code(0)).doesNotContain(CODES.code(1));
    }

    private static Decision pinnedAnew(int instance) {
        return new Decision.Forward(
                instance, false, List.of("STICKCHECK_LAB=" + CODES.code(instance) + "; Path=/; HttpOnly"));
    }

    private static Arrival returning(int instance) {
        return Played.from("127.0.0.1", "a=1; STICKCHECK_LAB=" + CODES.code(instance) + "; b=2");
    }
}
