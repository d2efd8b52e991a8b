package dev.stickcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void spacesSlotsEvenlyFromTheStart() {
        Pace pace = new Pace(4, 10, SECOND);

        assertThat(pace.untilNext(0)).isEqualTo(SECOND);
        assertThat(pace.untilNext(SECOND)).isZero();
        assertThat(pace.take(SECOND)).isEqualTo(SECOND);
        assertThat(pace.untilNext(SECOND)).isEqualTo(SECOND / 4);
        assertThat(pace.take(SECOND + SECOND / 4)).isEqualTo(SECOND + SECOND / 4);
    }

    @Test
    void keepsTheIntendedTimeOfASlotThatIsTakenLate() {
        Pace pace = new Pace(10, 10, 0);
        pace.take(0);

        assertThat(pace.take(SECOND / 2)).isEqualTo(SECOND / 10);
        assertThat(pace.take(SECOND / 2)).isEqualTo(2 * SECOND / 10);
    }

    @Test
    void letsGoWhatIsBehindByMoreThanTheBacklog() {
        Pace pace = new Pace(10, 3, 0);
        pace.take(0);
        long afterAStall = 60 * SECOND;
        int caughtUp = 0;
        while (pace.untilNext(afterAStall) == 0) {
            pace.take(afterAStall);
            caughtUp++;
        }

        assertThat(caughtUp).isEqualTo(4);
        assertThat(pace.untilNext(afterAStall)).isEqualTo(SECOND / 10);
    }

    @Test
    void isAlwaysDueWithoutARate() {
        Pace pace = new Pace(Double.POSITIVE_INFINITY, 10, 5 * SECOND);

        assertThat(pace.untilNext(0)).isZero();
        assertThat(pace.take(7)).isEqualTo(7);
        assertThat(pace.take(7)).isEqualTo(7);
    }

    @Test
    void doesNotDriftAtARateWhoseSlotsAreNoWholeNanoseconds() {
        Pace pace = new Pace(3, 10, 0);
        for (int i = 0; i < 3_000; i++) {
            pace.take(i * SECOND / 3 + 1);
        }

        assertThat(pace.untilNext(0)).isCloseTo(1_000 * SECOND, within(10L));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void neverSendsMoreThanTheRateAndTheBacklogAllowInAnyWindow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double rate = Math.pow(10, random.nextDouble(-1, 4));
        int backlog = random.nextInt(1, 30);
        Pace pace = new Pace(rate, backlog, 0);
        List<Long> sent = new ArrayList<>();
        long now = 0;
        for (int step = 0; step < 2_000; step++) {
            boolean stall = random.nextInt(50) == 0;
            now += (long) (random.nextDouble(stall ? 100 : 2) * SECOND / rate);
            while (pace.untilNext(now) == 0) {
                long intended = pace.take(now);
                assertThat(intended).as("seed %d", seed).isLessThanOrEqualTo(now);
                assertThat(now - intended)
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo((long) (backlog * SECOND / rate) + 1);
                sent.add(now);
            }
        }

        for (int from = 0; from < sent.size(); from += 7) {
            for (int to = from; to < Math.min(sent.size(), from + 200); to++) {
                double slots = (sent.get(to) - sent.get(from)) * rate / SECOND;
                assertThat(to - from + 1.0)
                        .as("seed %d: requests from %d to %d", seed, from, to)
                        .isLessThanOrEqualTo(slots + backlog + 2);
            }
        }
    }
}
