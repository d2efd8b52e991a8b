package dev.stickcheck.simulations;

import dev.stickcheck.compare.Instructions;
import dev.stickcheck.model.Arm;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// When one user sends its next request.
///
/// With a rate users have slots, the same in both arms of a block: a late answer makes the next request late, and its
/// response time, which counts from the slot, shows it (coordinated omission, STATISTICS 5.1). Without a rate the slot
/// is the last answer and the pause after it.
final class UserPace {
    /// Shorter waits are none: Gatling's timer counts milliseconds.
    private static final long SHORTEST_WAIT = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Turns turns;
    private final Arm arm;
    private final int user;
    private final long seed;
    private final long gap;
    private final long thinkTime;
    private int turn = -1;
    private @Nullable Slots slots;
    private long answered;

    UserPace(Turns turns, Visit visit, Instructions instructions) {
        Instructions.Pace pace = instructions.pace();
        this.turns = turns;
        this.arm = visit.arm;
        this.user = visit.user;
        this.seed = instructions.seed();
        boolean paced = !Double.isInfinite(pace.rate());
        this.gap = paced ? Math.max(1, (long) (1e9 * pace.users() / pace.rate())) : 0;
        this.thinkTime = pace.thinkTime().toNanos();
    }

    /// What a user does next.
    sealed interface Next {
        /// Send a request, which was to be sent at this time.
        record Go(int turn, long intended) implements Next {}

        /// Look again after so long.
        record Wait(long nanos) implements Next {}

        /// Nothing more.
        record Leave() implements Next {}
    }

    void answered(long now) {
        answered = now;
    }

    Next next(long now) {
        if (turns.over()) {
            return new Next.Leave();
        }
        Turns.Present present = turns.present();
        if (present == null || present.turn().arm() != arm || now >= present.end()) {
            return away(present, now);
        }
        long intended = intended(present);
        if (intended >= present.end()) {
            return new Next.Wait(present.end() - now + SHORTEST_WAIT);
        }
        if (intended - now >= SHORTEST_WAIT) {
            return new Next.Wait(intended - now);
        }
        if (slots != null) {
            slots.advance();
        }
        return new Next.Go(present.number(), intended);
    }

    private static Next away(Turns.@Nullable Present present, long now) {
        return new Next.Wait(
                present == null || present.end() <= now ? LOOK_AGAIN : present.end() - now + SHORTEST_WAIT);
    }

    private long intended(Turns.Present present) {
        if (present.number() != turn) {
            turn = present.number();
            slots = gap == 0
                    ? null
                    : new Slots(present.began(), gap, random(present.turn().block()));
        }
        long rested = answered == 0 ? present.began() : Math.max(present.began(), answered + thinkTime);
        Slots paced = slots;
        if (paced == null) {
            return rested;
        }
        // Where no pause was asked for, an answer that comes late does not move the slot.
        return thinkTime == 0 ? paced.next() : Math.max(paced.next(), rested);
    }

    private SplittableRandom random(int block) {
        return new SplittableRandom(seed + GOLDEN * (user + 100_003L * (block + 2)));
    }
}
