package dev.stickcheck.model;

import java.util.Arrays;
import java.util.stream.LongStream;

/// Times in nanoseconds, in the order in which they were measured.
public final class Times {
    public static final Times NONE = new Times(new long[0]);

    private final long[] nanos;

    private Times(long[] nanos) {
        this.nanos = nanos;
    }

    public static Times of(long... nanos) {
        return new Times(nanos.clone());
    }

    public int size() {
        return nanos.length;
    }

    public long nanos(int place) {
        return nanos[place];
    }

    public LongStream stream() {
        return Arrays.stream(nanos);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Times times && Arrays.equals(nanos, times.nanos);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nanos);
    }

    @Override
    public String toString() {
        return nanos.length + " times";
    }
}
