package dev.stickcheck.statistics;

import java.util.Arrays;

/// How many of those that were followed are left after a time (Kaplan & Meier 1958, STATISTICS 1.5).
///
/// Who is censored at the moment of an end counts as still there then.
final class KaplanMeier {
    private double[] times = new double[16];
    private boolean[] ends = new boolean[16];
    private int size;

    /// Somebody was followed for so long, and then ended or got out of sight.
    void add(double time, boolean ended) {
        if (!(time >= 0)) {
            throw new IllegalArgumentException("a time must not be negative, got " + time);
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        times[size] = time;
        ends[size++] = ended;
    }

    /// A curve that falls at each time at which somebody ended: S(t) = Π (1 − ends/at risk).
    static final class Curve {
        private final double[] times;
        private final double[] left;

        private Curve(double[] times, double[] left) {
            this.times = times;
            this.left = left;
        }

        /// Where it falls, ascending.
        double[] times() {
            return times.clone();
        }

        /// The share that lasts longer than `time`.
        double at(double time) {
            int place = Arrays.binarySearch(times, time);
            int before = place >= 0 ? place : -place - 2;
            return before < 0 ? 1 : left[before];
        }
    }

    Curve curve() {
        double[] all = Arrays.copyOf(times, size);
        Arrays.sort(all);
        double[] ended = new double[size];
        int number = 0;
        for (int i = 0; i < size; i++) {
            if (ends[i]) {
                ended[number++] = times[i];
            }
        }
        Arrays.sort(ended, 0, number);
        double[] steps = new double[number];
        double[] left = new double[number];
        double share = 1;
        int distinct = 0;
        int followed = 0;
        for (int i = 0; i < number; ) {
            int same = i;
            while (same < number && ended[same] == ended[i]) {
                same++;
            }
            while (all[followed] < ended[i]) {
                followed++;
            }
            share *= 1 - (double) (same - i) / (size - followed);
            steps[distinct] = ended[i];
            left[distinct++] = share;
            i = same;
        }
        return new Curve(Arrays.copyOf(steps, distinct), Arrays.copyOf(left, distinct));
    }
}
