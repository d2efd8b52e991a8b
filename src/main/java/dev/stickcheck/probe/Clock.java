package dev.stickcheck.probe;

import java.time.Instant;
import java.time.InstantSource;

/// Wall time that never runs backwards: one reading of the wall, moved on by the monotonic clock.
final class Clock {
    private final Instant wall;
    private final long start;

    private Clock(Instant wall, long start) {
        this.wall = wall;
        this.start = start;
    }

    static Clock from(InstantSource source) {
        return new Clock(source.instant(), System.nanoTime());
    }

    /// Nanoseconds since the reading.
    long nanos() {
        return since(System.nanoTime());
    }

    /// Nanoseconds from the reading until then, by [System#nanoTime()].
    long since(long nanoTime) {
        return nanoTime - start;
    }

    Instant at(long nanos) {
        return wall.plusNanos(nanos);
    }
}
