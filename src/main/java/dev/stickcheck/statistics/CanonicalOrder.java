package dev.stickcheck.statistics;

import java.util.Comparator;

/// The one order of observations in which all of them are counted, however they came: as their answers were complete,
/// then by session and sequence, then by everything else.
///
/// A merge sort of numbers that leaves alone what is in order already, which parts that were written as they came
/// mostly are.
final class CanonicalOrder {
    private static final int SMALL = 16;

    private final ObservationColumns columns;
    private final long[] answered;
    private int[] order;
    private int[] other;

    private CanonicalOrder(ObservationColumns columns) {
        this.columns = columns;
        int size = columns.size();
        answered = new long[size];
        order = new int[size];
        other = new int[size];
        for (int i = 0; i < size; i++) {
            answered[i] = columns.answered(i);
            order[i] = i;
        }
    }

    /// The places of the observations, in order.
    static int[] of(ObservationColumns columns) {
        CanonicalOrder sorting = new CanonicalOrder(columns);
        sorting.sort();
        return sorting.order;
    }

    private void sort() {
        int size = order.length;
        for (int start = 0; start < size; start += SMALL) {
            insert(start, Math.min(size, start + SMALL));
        }
        for (int width = SMALL; width > 0 && width < size; width *= 2) {
            for (int start = 0; start < size; start += 2 * width) {
                merge(start, Math.min(size, start + width), (int) Math.min(size, start + 2L * width));
                if (start > size - 2L * width) {
                    break;
                }
            }
            int[] sorted = other;
            other = order;
            order = sorted;
        }
    }

    private void insert(int start, int end) {
        for (int i = start + 1; i < end; i++) {
            int moving = order[i];
            int at = i;
            while (at > start && compare(order[at - 1], moving) > 0) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = moving;
        }
    }

    private void merge(int start, int middle, int end) {
        if (middle >= end || compare(order[middle - 1], order[middle]) <= 0) {
            System.arraycopy(order, start, other, start, end - start);
            return;
        }
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            boolean fromLeft = right >= end || (left < middle && compare(order[left], order[right]) <= 0);
            other[at] = fromLeft ? order[left++] : order[right++];
        }
    }

    private int compare(int a, int b) {
        int byTime = Long.compare(answered[a], answered[b]);
        if (byTime != 0) {
            return byTime;
        }
        int bySession = columns.session(a).compareTo(columns.session(b));
        if (bySession != 0) {
            return bySession;
        }
        int bySequence = Integer.compare(columns.sequence(a), columns.sequence(b));
        return bySequence != 0
                ? bySequence
                : Comparator.comparing(Object::toString).compare(columns.get(a), columns.get(b));
    }
}
