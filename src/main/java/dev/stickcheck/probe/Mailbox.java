package dev.stickcheck.probe;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Where many threads leave things for one, who may wait for them.
final class Mailbox<T> {
    private final ConcurrentLinkedQueue<T> letters = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Thread waiting;

    void put(T letter) {
        letters.add(letter);
        wake();
    }

    /// Ends a wait without a letter.
    void wake() {
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
            if (letters.isEmpty() && nanos > 0) {
                LockSupport.parkNanos(nanos);
            }
        } finally {
            waiting = null;
        }
    }
}
