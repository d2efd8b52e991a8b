package dev.stickcheck.statistics;

import java.util.Arrays;

/// Counts per instance of one session: nearly always of one instance, so that only others take an array.
final class SmallCounts {
    private static final int[] NONE = {};

    private int first;
    private int firstCount;
    /// Instance and count in turn.
    private int[] others = NONE;
    private int size;

    /// Counts one more and returns how many there were of it before.
    int add(int instance) {
        if (size == 0) {
            first = instance;
        }
        if (first == instance) {
            size = Math.max(1, size);
            return firstCount++;
        }
        int used = 2 * (size - 1);
        for (int i = 0; i < used; i += 2) {
            if (others[i] == instance) {
                return others[i + 1]++;
            }
        }
        if (used == others.length) {
            others = Arrays.copyOf(others, Math.max(2, used * 2));
        }
        others[used] = instance;
        others[used + 1] = 1;
        size++;
        return 0;
    }

    int size() {
        return size;
    }

    /// The instance at a place below [#size()].
    int instance(int place) {
        return place == 0 ? first : others[2 * (place - 1)];
    }

    int count(int place) {
        return place == 0 ? firstCount : others[2 * (place - 1) + 1];
    }

    /// As an array indexed by instance, of the given length.
    long[] dense(int length) {
        long[] dense = new long[length];
        for (int i = 0; i < size; i++) {
            dense[instance(i)] = count(i);
        }
        return dense;
    }
}
