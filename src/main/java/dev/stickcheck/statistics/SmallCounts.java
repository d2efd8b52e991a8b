package dev.stickcheck.statistics;

import java.util.Arrays;

/// Counts per instance of one session: nearly always of one instance, so two short arrays.
final class SmallCounts {
    private int[] instances = new int[1];
    private int[] counts = new int[1];
    private int size;

    /// Counts one more and returns how many there were of it before.
    int add(int instance) {
        for (int i = 0; i < size; i++) {
            if (instances[i] == instance) {
                return counts[i]++;
            }
        }
        if (size == instances.length) {
            instances = Arrays.copyOf(instances, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        instances[size] = instance;
        counts[size++] = 1;
        return 0;
    }

    int size() {
        return size;
    }

    /// The instance at a place below [#size()].
    int instance(int place) {
        return instances[place];
    }

    int count(int place) {
        return counts[place];
    }

    /// As an array indexed by instance, of the given length.
    long[] dense(int length) {
        long[] dense = new long[length];
        for (int i = 0; i < size; i++) {
            dense[instances[i]] = counts[i];
        }
        return dense;
    }
}
