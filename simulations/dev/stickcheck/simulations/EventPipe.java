package dev.stickcheck.simulations;

import dev.stickcheck.compare.Event;
import dev.stickcheck.compare.EventWire;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Writes events by a thread of its own, in order: those who measure never wait for the other process.
final class EventPipe implements Consumer<Event> {
    /// Enough for seconds of the fastest run; then it is waited after all, rather than memory filled.
    private static final int MOST_WAITING = 200_000;

    private static final long LONGEST_DRAIN = TimeUnit.SECONDS.toNanos(3);

    private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong accepted = new AtomicLong();
    private final DataOutputStream out;
    private volatile long flushed;
    private volatile boolean broken;

    private EventPipe(DataOutputStream out) {
        this.out = out;
    }

    static EventPipe open(DataOutputStream out) {
        EventPipe pipe = new EventPipe(out);
        Thread.ofPlatform().daemon().name("events").start(pipe::write);
        return pipe;
    }

    @Override
    public void accept(Event event) {
        try {
            if (!broken) {
                accepted.incrementAndGet();
                waiting.put(event);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until everything is written: for the end of the process.
    void drain() {
        long end = System.nanoTime() + LONGEST_DRAIN;
        while (!broken && flushed < accepted.get() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private void write() {
        try {
            for (long written = 1; ; written++) {
                EventWire.write(waiting.take(), out);
                if (waiting.isEmpty()) {
                    out.flush();
                    flushed = written;
                }
            }
        } catch (IOException e) {
            // Nobody listens any more: the orders' end stops the run.
            broken = true;
            waiting.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
