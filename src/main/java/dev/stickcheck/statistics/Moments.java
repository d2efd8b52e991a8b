package dev.stickcheck.statistics;

import java.util.Arrays;

/// A growing list of moments in nanoseconds, eight octets each.
final class Moments {
    private long[] moments = new long[8];
    private int size;

    void add(long moment) {
        if (size == moments.length) {
            moments = Arrays.copyOf(moments, size * 2);
        }
        moments[size++] = moment;
    }

    long[] toArray() {
        return Arrays.copyOf(moments, size);
    }
}
