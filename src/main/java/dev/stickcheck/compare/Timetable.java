package dev.stickcheck.compare;

import dev.stickcheck.model.Arm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// When which arm is asked: a warm-up, then blocks of both arms in an order that is drawn (STATISTICS 5.1).
///
/// ```
/// warm-up          block 0     block 1     block 2     block 3
/// on off on off    on  off     off on      off on      on  off
///                  └─ ABBA ────────┘       └─ BAAB ────────┘
/// ```
///
/// A drift of the target over time falls on both arms alike.
public record Timetable(List<Turn> turns) {
    private static final long SHORTEST_WASH_OUT = Duration.ofMillis(50).toNanos();
    private static final long LONGEST_WASH_OUT = Duration.ofSeconds(1).toNanos();

    public Timetable {
        turns = List.copyOf(turns);
    }

    static Timetable of(Duration warmUp, int blocks, Duration turn, RandomGenerator random) {
        List<Turn> turns = new ArrayList<>();
        long at = warmUp(turns, warmUp.toNanos(), turn.toNanos());
        long length = turn.toNanos();
        long washOut = washOut(length);
        boolean onFirst = false;
        for (int block = 0; block < blocks; block++) {
            onFirst = block % 2 == 0 ? random.nextBoolean() : !onFirst;
            for (Arm arm : onFirst ? List.of(Arm.ON, Arm.OFF) : List.of(Arm.OFF, Arm.ON)) {
                turns.add(new Turn(block, arm, at, at + washOut, at + length));
                at += length;
            }
        }
        return new Timetable(turns);
    }

    /// Both arms are warmed up in turns as long as the measured ones, or a little longer.
    private static long warmUp(List<Turn> turns, long warmUp, long length) {
        int pairs = (int) Math.max(1, warmUp / (2 * length));
        long each = warmUp / (2L * pairs);
        for (int i = 0; i < 2 * pairs; i++) {
            turns.add(new Turn(-1, i % 2 == 0 ? Arm.ON : Arm.OFF, i * each, i * each, (i + 1) * each));
        }
        return 2L * pairs * each;
    }

    static long washOut(long turn) {
        return Math.clamp(turn / 10, Math.min(SHORTEST_WASH_OUT, turn / 2), LONGEST_WASH_OUT);
    }

    public int blocks() {
        return turns.isEmpty() ? 0 : turns.getLast().block() + 1;
    }
}
