package dev.stickcheck.simulations;

import dev.stickcheck.compare.Event;
import dev.stickcheck.compare.Timetable;
import dev.stickcheck.compare.Turn;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Passes on what happens, and knows which turns still have requests under way. Any thread may call it.
final class Recorder {
    private final Timetable timetable;
    private final Consumer<Event> sink;
    private final AtomicInteger[] underWay;
    private final boolean[] ended;
    private final boolean[] told;
    private final long[] begun;
    private final long originNanos = System.nanoTime();
    private final long originEpoch = epoch(Instant.now());

    Recorder(Timetable timetable, Consumer<Event> sink) {
        int turns = timetable.turns().size();
        this.timetable = timetable;
        this.sink = sink;
        this.underWay = new AtomicInteger[turns];
        this.ended = new boolean[turns];
        this.told = new boolean[turns];
        this.begun = new long[turns];
        for (int i = 0; i < turns; i++) {
            underWay[i] = new AtomicInteger();
        }
    }

    private static long epoch(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }

    long epochNanos(long nanos) {
        return originEpoch + (nanos - originNanos);
    }

    /// A turn begins, at this time of its own clock.
    void turnBegun(int turn, long nanos) {
        begun[turn] = nanos;
    }

    /// Nothing more is sent in this turn.
    void turnEnded(int turn) {
        synchronized (this) {
            ended[turn] = true;
        }
        tellIfOver(turn);
    }

    boolean measures(int turn, long nanos) {
        Turn planned = timetable.turns().get(turn);
        return planned.measures(planned.start() + nanos - begun[turn]);
    }

    void begun(int turn) {
        underWay[turn].incrementAndGet();
    }

    void record(Event.Asked asked) {
        sink.accept(asked);
        underWay[asked.turn()].decrementAndGet();
        tellIfOver(asked.turn());
    }

    boolean quiet() {
        for (AtomicInteger requests : underWay) {
            if (requests.get() > 0) {
                return false;
            }
        }
        return true;
    }

    void tell(Event event) {
        sink.accept(event);
    }

    private synchronized void tellIfOver(int turn) {
        if (ended[turn] && !told[turn] && underWay[turn].get() == 0) {
            told[turn] = true;
            sink.accept(new Event.TurnOver(turn));
        }
    }
}
