package dev.stickcheck.cli;

import dev.stickcheck.probe.Probe;
import org.jspecify.annotations.Nullable;

/// The probe that runs now, so that a signal can end it and keep the next from starting.
final class Running {
    private @Nullable Probe probe;
    private boolean ended;

    /// From now on this is the one to end; at once, when the end was asked for before.
    synchronized void is(Probe started) {
        probe = started;
        if (ended) {
            started.interrupt();
        }
    }

    synchronized void end() {
        ended = true;
        if (probe != null) {
            probe.interrupt();
        }
    }

    synchronized boolean ended() {
        return ended;
    }
}
