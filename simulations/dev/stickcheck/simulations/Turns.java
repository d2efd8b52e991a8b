package dev.stickcheck.simulations;

import dev.stickcheck.compare.Event;
import dev.stickcheck.compare.Timetable;
import dev.stickcheck.compare.Turn;
import dev.stickcheck.model.Arm;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Whose turn it is. A thread of its own goes through the timetable; users look.
///
/// A target that must be switched between the arms stretches the timetable by the time that takes.
final class Turns {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    /// What an answer's way through Gatling may add to its timeout.
    private static final long SLACK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Timetable timetable;
    private final boolean switched;
    private final long longestWait;
    private final Recorder recorder;
    private volatile @Nullable Present present;
    private volatile boolean over;
    private volatile boolean mayGoOn;

    /// A turn and when it really began.
    record Present(int number, Turn turn, long began) {
        long end() {
            return began + turn.end() - turn.start();
        }
    }

    /// @param timeout after which a request that is under way is not waited for any more
    Turns(Timetable timetable, boolean switched, Duration timeout, Recorder recorder) {
        this.timetable = timetable;
        this.switched = switched;
        this.longestWait = timeout.toNanos() + SLACK_NANOS;
        this.recorder = recorder;
    }

    @Nullable
    Present present() {
        return present;
    }

    boolean over() {
        return over;
    }

    void stop() {
        over = true;
    }

    /// The target has been switched.
    void goOn() {
        mayGoOn = true;
    }

    /// Goes through the timetable, from now on.
    void run() {
        long next = System.nanoTime();
        Arm arm = null;
        for (int i = 0; i < timetable.turns().size() && !over; i++) {
            Turn turn = timetable.turns().get(i);
            if (switched && turn.arm() != arm) {
                waitForSwitch(turn.arm());
                next = System.nanoTime();
            }
            arm = turn.arm();
            recorder.turnBegun(i, next);
            Present now = new Present(i, turn, next);
            present = now;
            sleepUntil(now.end());
            boolean whole = !over;
            present = null;
            if (whole) {
                recorder.turnEnded(i);
            }
            next = now.end();
        }
        over = true;
        sleepUntilQuiet();
        recorder.giveUp();
        recorder.tell(new Event.Finished());
    }

    private void waitForSwitch(Arm arm) {
        sleepUntilQuiet();
        mayGoOn = false;
        recorder.tell(new Event.SwitchWanted(arm));
        while (!mayGoOn && !over) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void sleepUntilQuiet() {
        long end = System.nanoTime() + longestWait;
        while (!recorder.quiet() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void sleepUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0 && !over; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, 10 * LOOK_NANOS));
        }
    }
}
