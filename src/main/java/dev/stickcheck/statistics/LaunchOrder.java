package dev.stickcheck.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// In which order sessions were launched, an arm by itself: as the observations say or, where two sessions say
/// the same or one says two things, by their first request.
///
/// That happens when several machines, or several files, each numbered their own sessions from 0.
final class LaunchOrder {
    private final ObservationColumns columns;
    /// By arm and session; null where the observations' own numbers hold.
    private final long @Nullable [][] numbers;

    private LaunchOrder(ObservationColumns columns, long @Nullable [][] numbers) {
        this.columns = columns;
        this.numbers = numbers;
    }

    static LaunchOrder of(ObservationColumns columns) {
        return new LaunchOrder(columns, unique(columns) ? null : byFirstRequest(columns));
    }

    /// The number of the session of an observation.
    long of(int index) {
        return numbers == null
                ? columns.launch(index)
                : numbers[columns.armNumber(index)][columns.sessionNumber(index)];
    }

    private static boolean unique(ObservationColumns columns) {
        long[][] launches = new long[columns.arms()][columns.sessions().size()];
        for (long[] arm : launches) {
            Arrays.fill(arm, Long.MIN_VALUE);
        }
        for (int i = 0; i < columns.size(); i++) {
            long[] arm = launches[columns.armNumber(i)];
            int session = columns.sessionNumber(i);
            if (arm[session] != Long.MIN_VALUE && arm[session] != columns.launch(i)) {
                return false;
            }
            arm[session] = columns.launch(i);
        }
        for (long[] arm : launches) {
            Arrays.sort(arm);
            for (int i = 1; i < arm.length; i++) {
                if (arm[i] == arm[i - 1] && arm[i] != Long.MIN_VALUE) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long[][] byFirstRequest(ObservationColumns columns) {
        long[][] first = new long[columns.arms()][columns.sessions().size()];
        for (long[] arm : first) {
            Arrays.fill(arm, Long.MAX_VALUE);
        }
        for (int i = 0; i < columns.size(); i++) {
            long[] arm = first[columns.armNumber(i)];
            int session = columns.sessionNumber(i);
            arm[session] = Math.min(arm[session], columns.sent(i));
        }
        long[][] numbers = new long[first.length][];
        for (int arm = 0; arm < first.length; arm++) {
            long[] sent = first[arm];
            int[] order = IntStream.range(0, sent.length)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingLong(session -> sent[session])
                            .thenComparing(session -> columns.sessions().get(session)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            numbers[arm] = new long[order.length];
            for (int place = 0; place < order.length; place++) {
                numbers[arm][order[place]] = place;
            }
        }
        return numbers;
    }
}
