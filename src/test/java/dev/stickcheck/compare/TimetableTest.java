package dev.stickcheck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Arm;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
    private static Timetable timetable(int blocks, long seed) {
        return Timetable.of(Duration.ofSeconds(5), blocks, Duration.ofSeconds(1), new SplittableRandom(seed));
    }

    private static List<Arm> order(Timetable timetable) {
        return timetable.turns().stream()
                .filter(turn -> !turn.warmUp())
                .map(Turn::arm)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void mirrorsEverySecondBlock(long seed) {
        List<Arm> order = order(timetable(20, seed));

        assertThat(order).hasSize(40);
        for (int at = 0; at < 40; at += 4) {
            assertThat(order.get(at)).as("seed " + seed).isNotEqualTo(order.get(at + 1));
            assertThat(order.get(at + 2)).isEqualTo(order.get(at + 1));
            assertThat(order.get(at + 3)).isEqualTo(order.get(at));
        }
    }

    @Test
    void drawsTheOrderFromTheSeed() {
        Set<List<Arm>> orders = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            orders.add(order(timetable(20, seed)));
        }

        assertThat(order(timetable(20, 7))).isEqualTo(order(timetable(20, 7)));
        assertThat(orders).hasSizeGreaterThan(15);
    }

    @Test
    void leavesNoGapAndWarmsBothArmsUpAlike() {
        Timetable timetable = timetable(3, 1);
        long at = 0;
        for (Turn turn : timetable.turns()) {
            assertThat(turn.start()).isEqualTo(at);
            assertThat(turn.counts()).isBetween(turn.start(), turn.end());
            at = turn.end();
        }

        assertThat(at).isEqualTo(timetable.turns().getLast().end());
        assertThat(timetable.turns().stream()
                        .filter(Turn::warmUp)
                        .map(Turn::arm)
                        .toList())
                .containsExactly(Arm.ON, Arm.OFF, Arm.ON, Arm.OFF);
    }

    @Test
    void measuresNeitherInTheWarmUpNorInAWashOut() {
        Timetable timetable = timetable(1, 1);
        Turn warmUp = timetable.turns().getFirst();
        Turn turn = timetable.turns().getLast();

        assertThat(warmUp.measures(warmUp.end() - 1)).isFalse();
        assertThat(turn.measures(turn.start())).isFalse();
        assertThat(turn.measures(turn.counts())).isTrue();
        assertThat(turn.measures(turn.end())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "60, 150, 10, 20",
        "60, 50, 10, 20",
        "20, 50, 10, 20",
        "45, 1000, 2, 20",
        "600, 50, 10, 20",
        "8, 10, 2, 20"
    })
    void sharesOutTheWholeTime(int seconds, double rate, int requests, int wanted) {
        Shares shares = Shares.of(Duration.ofSeconds(seconds), rate, requests, wanted);
        Timetable timetable = shares.timetable(new SplittableRandom(1));

        assertThat(Duration.ofNanos(timetable.turns().getLast().end()))
                .isBetween(Duration.ofSeconds(seconds).minusMillis(1), Duration.ofSeconds(seconds));
        assertThat(timetable.blocks()).isEqualTo(shares.blocks()).isBetween(1, wanted);
    }

    @ParameterizedTest
    @CsvSource({"60, 150, 10", "60, 50, 10", "30, 50, 10", "45, 1000, 2", "600, 50, 3"})
    void makesFewerBlocksRatherThanSmallerOnes(int seconds, double rate, int requests) {
        Shares shares = Shares.of(Duration.ofSeconds(seconds), rate, requests, 20);
        long turn = shares.turn().toNanos();
        double counting = (turn - Timetable.washOut(turn)) / 1e9 * rate * (requests - 1) / requests;

        assertThat(counting).isGreaterThanOrEqualTo(100);
    }

    @Test
    void takesTwentyBlocksWhereNoTimeIsGiven() {
        assertThat(Shares.of(null, 50, 10, 20).blocks()).isEqualTo(20);
        assertThat(Shares.of(null, 150, 10, 20).blocks()).isEqualTo(20);
        assertThat(Shares.of(null, Double.POSITIVE_INFINITY, 10, 20).blocks()).isEqualTo(20);
    }

    @Test
    void knowsHowLongTheFewestBlocksTake() {
        Duration enough = Shares.shortest(50, 10);

        assertThat(Shares.of(enough, 50, 10, 20).blocks()).isGreaterThanOrEqualTo(Shares.FEWEST_BLOCKS);
        assertThat(Shares.of(enough.minusSeconds(2), 50, 10, 20).blocks()).isLessThan(Shares.FEWEST_BLOCKS);
    }
}
