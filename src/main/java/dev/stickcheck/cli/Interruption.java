package dev.stickcheck.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// SIGINT and SIGTERM while something is measured: the measurement is ended, what it has is written, and the process
/// then ends with the code that the signal gives it, 130 or 143.
final class Interruption implements AutoCloseable {
    /// Enough to write reports; a second signal does not wait.
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook;

    Interruption(Runnable end) {
        this.hook = Thread.ofPlatform().name("interruption").unstarted(() -> {
            end.run();
            awaitWritten();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void awaitWritten() {
        try {
            written.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Everything is written: an interrupted process may end now.
    @Override
    public void close() {
        written.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already; its code is the signal's.
        }
    }
}
