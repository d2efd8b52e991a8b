package dev.stickcheck.probe;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Keeps one thread asleep until a time that any other may move.
final class Alarm {
    private volatile long due;
    private volatile long asleepUntil;
    private volatile @Nullable Thread sleeper;

    /// Sets the time, in the nanoseconds of the sleeper's clock; an earlier one than it sleeps for wakes it now.
    void set(long nanos) {
        due = nanos;
        Thread sleeping = sleeper;
        if (sleeping != null && nanos < asleepUntil) {
            LockSupport.unpark(sleeping);
        }
    }

    /// Returns when it may be time: at the latest at the time that is set, and sometimes for no reason.
    void await(long now) {
        long until = due;
        asleepUntil = until;
        sleeper = Thread.currentThread();
        // Set between the two readings, nobody was there to be woken.
        if (due >= until && until > now) {
            LockSupport.parkNanos(this, until - now);
        }
        sleeper = null;
    }
}
