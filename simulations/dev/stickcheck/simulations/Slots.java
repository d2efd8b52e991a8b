package dev.stickcheck.simulations;

import java.util.SplittableRandom;

/// When one user is to send in one turn: once in every stretch of the pace, at a moment of it that is drawn.
///
/// Even slots would make all users come in one order again and again, and a rotation over three instances would bring
/// each of thirty users to the same instance every time: affinity where there is none.
final class Slots {
    private final long begin;
    private final long gap;
    private final SplittableRandom random;
    private long round;
    private long next;

    /// @param gap nanoseconds of a stretch, at least 1
    Slots(long begin, long gap, SplittableRandom random) {
        this.begin = begin;
        this.gap = gap;
        this.random = random;
        advance();
    }

    long next() {
        return next;
    }

    /// The present slot is taken.
    void advance() {
        next = begin + gap * round + random.nextLong(gap);
        round++;
    }
}
