package dev.stickcheck.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final long GAP = 1_000;

    private record Sent(long time, int user) {}

    private static List<Sent> sent(int users, int rounds) {
        List<Sent> sent = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            Slots slots = new Slots(0, GAP, new SplittableRandom(user));
            for (int round = 0; round < rounds; round++) {
                sent.add(new Sent(slots.next(), user));
                slots.advance();
            }
        }
        sent.sort(Comparator.comparingLong(Sent::time));
        return sent;
    }

    @Test
    void giveOneMomentInEveryStretch() {
        Slots slots = new Slots(5_000, GAP, new SplittableRandom(7));
        for (int round = 0; round < 1_000; round++) {
            assertThat(slots.next()).isBetween(5_000 + GAP * round, 5_000 + GAP * (round + 1) - 1);
            slots.advance();
        }
    }

    @Test
    void areTheSameForTheSameSeed() {
        Slots one = new Slots(0, GAP, new SplittableRandom(3));
        Slots other = new Slots(0, GAP, new SplittableRandom(3));
        for (int round = 0; round < 100; round++) {
            assertThat(one.next()).isEqualTo(other.next());
            one.advance();
            other.advance();
        }
    }

    /// Thirty users and three instances in turn: with even slots each user would always meet the same one.
    @Test
    void doNotFallInStepWithARotation() {
        int users = 30;
        int rounds = 500;
        int[] last = new int[users];
        int[] seen = new int[users];
        int stayed = 0;
        int transitions = 0;
        int turn = 0;
        for (Sent request : sent(users, rounds)) {
            int instance = turn++ % 3;
            if (seen[request.user()]++ > 0) {
                transitions++;
                stayed += last[request.user()] == instance ? 1 : 0;
            }
            last[request.user()] = instance;
        }

        // A third by chance; 14,970 transitions have a standard error of 0.4 %, and neighbours depend a little.
        assertThat((double) stayed / transitions).isBetween(0.30, 0.37);
    }
}
