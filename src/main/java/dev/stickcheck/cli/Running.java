package dev.stickcheck.cli;

import org.jspecify.annotations.Nullable;

/// The probe that runs now, so that a signal can end it and keep the next from starting.
final class Running {
    private @Nullable Runnable interrupt;
    private boolean ended;

    /// From now on this is how to end it; at once, when the end was asked for before.
    synchronized void is(Runnable itsEnd) {
        interrupt = itsEnd;
        if (ended) {
            itsEnd.run();
        }
    }

    synchronized void end() {
        ended = true;
        if (interrupt != null) {
            interrupt.run();
        }
    }

    synchronized boolean ended() {
        return ended;
    }
}
