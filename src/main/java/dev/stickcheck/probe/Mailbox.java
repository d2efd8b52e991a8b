package dev.stickcheck.probe;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Where many threads leave things for one, who may wait for them.
final class Mailbox<T> {
    private final ConcurrentLinkedQueue<T> letters = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Thread waiting;
    /// Kept until the next wait, so that a wake just before it is not lost.
    private volatile boolean woken;

    void put(T letter) {
        letters.add(letter);
        wake();
    }

    /// Ends a wait without a letter.
    void wake() {
        woken = true;
        Thread sleeper = waiting;
        if (sleeper != null) {
            LockSupport.unpark(sleeper);
        }
    }

    @Nullable
    T poll() {
        return letters.poll();
    }

    /// Returns when there may be a letter, after `nanos` at the latest. Called by the owner alone.
    void await(long nanos) {
        waiting = Thread.currentThread();
        try {
            if (letters.isEmpty() && !woken && nanos > 0) {
                LockSupport.parkNanos(nanos);
            }
        } finally {
            woken = false;
            waiting = null;
        }
    }
}
