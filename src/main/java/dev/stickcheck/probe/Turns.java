package dev.stickcheck.probe;

import java.util.concurrent.atomic.AtomicInteger;

/// Lets one thread at a time do a piece of work, whichever brings a reason for it.
///
/// ```
///   thread 1   take ─► work ───────────► work again ─► done
///   thread 2            take ─► returns at once
/// ```
///
/// What a thread did in its turn, the thread of the next turn sees.
final class Turns {
    private final Runnable work;
    private final AtomicInteger reasons = new AtomicInteger();

    /// @param work looks for all that there is to do; must not throw
    Turns(Runnable work) {
        this.work = work;
    }

    /// Does the work on this thread, or leaves it to the thread that is at it, which then does it once more.
    void take() {
        if (reasons.getAndIncrement() > 0) {
            return;
        }
        int met = 1;
        while (met > 0) {
            met = reasons.get();
            work.run();
            met = reasons.addAndGet(-met);
        }
    }
}
