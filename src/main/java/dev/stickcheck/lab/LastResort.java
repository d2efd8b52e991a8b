package dev.stickcheck.lab;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends what must not outlive this process, when a signal ends the process before its owner has done so.
///
/// The owner goes first: whoever is interrupted still asks the lab for the answers that are on their way.
final class LastResort implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private LastResort(Runnable end) {
        hook = Thread.ofPlatform().name("lab-end").unstarted(() -> {
            if (!ownerIsDone()) {
                end.run();
            }
        });
    }

    /// @param end may run although the owner is about to do the same
    static LastResort over(Runnable end) {
        LastResort lastResort = new LastResort(end);
        Runtime.getRuntime().addShutdownHook(lastResort.hook);
        return lastResort;
    }

    /// The owner has ended it all.
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook knows by now.
        }
    }

    private boolean ownerIsDone() {
        try {
            return done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
