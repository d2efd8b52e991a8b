package dev.stickcheck.simulations;

import dev.stickcheck.compare.Event;
import dev.stickcheck.compare.Timetable;
import dev.stickcheck.compare.Turn;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Passes on what happens, and knows which turns still have requests under way. Any thread may call it.
final class Recorder {
    private final Timetable timetable;
    private final Consumer<Event> sink;
    private final int[] underWay;
    private final boolean[] ended;
    private final boolean[] told;
    private final long[] begun;
    private final long originNanos = System.nanoTime();
    private final long originEpoch = epoch(Instant.now());

    Recorder(Timetable timetable, Consumer<Event> sink) {
        int turns = timetable.turns().size();
        this.timetable = timetable;
        this.sink = sink;
        this.underWay = new int[turns];
        this.ended = new boolean[turns];
        this.told = new boolean[turns];
        this.begun = new long[turns];
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
    synchronized void turnEnded(int turn) {
        ended[turn] = true;
        tellIfOver(turn);
    }

    boolean measures(int turn, long nanos) {
        Turn planned = timetable.turns().get(turn);
        return planned.measures(planned.start() + nanos - begun[turn]);
    }

    /// A step is let go in this turn.
    ///
    /// @return false when the turn has ended: then it is not
    synchronized boolean begun(int turn) {
        if (ended[turn]) {
            return false;
        }
        underWay[turn]++;
        return true;
    }

    /// It is over, and all of its requests are recorded.
    synchronized void over(int turn) {
        underWay[turn]--;
        tellIfOver(turn);
    }

    void record(Event.Asked asked) {
        sink.accept(asked);
    }

    synchronized boolean quiet() {
        return Arrays.stream(underWay).sum() == 0;
    }

    /// What is still under way has had its time: a user whose journey leaves in the middle of a step never ends it.
    synchronized void giveUp() {
        for (int turn = 0; turn < underWay.length; turn++) {
            underWay[turn] = 0;
            tellIfOver(turn);
        }
    }

    void tell(Event event) {
        sink.accept(event);
    }

    private void tellIfOver(int turn) {
        if (ended[turn] && !told[turn] && underWay[turn] == 0) {
            told[turn] = true;
            sink.accept(new Event.TurnOver(turn));
        }
    }
}
