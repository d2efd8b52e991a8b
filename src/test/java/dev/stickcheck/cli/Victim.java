package dev.stickcheck.cli;

import dev.stickcheck.fixture.InstanceServer;

/// An instance that crashes in the middle of a probe, when it has served so many requests.
final class Victim implements AutoCloseable {
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean spared;

    private Victim(InstanceServer instance, long requests) {
        thread = Thread.ofVirtual().unstarted(() -> {
            while (!spared && instance.requests() < requests) {
                Thread.onSpinWait();
                Thread.yield();
            }
            if (!spared) {
                instance.close();
                closed = true;
            }
        });
    }

    static Victim closeAfter(InstanceServer instance, long requests) {
        Victim victim = new Victim(instance, requests);
        victim.thread.start();
        return victim;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        spared = true;
    }
}
