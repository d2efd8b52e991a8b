package dev.stickcheck.probe;

import java.util.concurrent.atomic.AtomicInteger;

/// A transport made of one function.
record Whim(Sends sends) implements Transport {
    @FunctionalInterface
    interface Sends {
        Sending send(Hop hop, Done done);
    }

    @Override
    public Sending send(Hop hop, Done done) {
        return sends.send(hop, done);
    }

    @Override
    public void close() {}

    /// Never replies.
    record Hung(AtomicInteger cancelled, boolean answering) implements Sending {
        @Override
        public void cancel() {
            cancelled.incrementAndGet();
        }
    }
}
