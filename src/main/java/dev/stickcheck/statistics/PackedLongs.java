package dev.stickcheck.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A growing column of numbers that takes only as many bytes a number as its neighbours differ by.
///
/// Blocks of 1,024 numbers are kept as offsets from their least, each in the fewest whole bytes: nothing at all where
/// all are equal, five bytes for the nanoseconds of a quarter of an hour.
final class PackedLongs {
    private static final int BLOCK = 1024;

    private final List<byte[]> blocks = new ArrayList<>();
    private long[] bases = new long[8];
    private long[] open = new long[16];
    private int inOpen;

    void add(long value) {
        if (inOpen == open.length) {
            open = Arrays.copyOf(open, Math.min(BLOCK, inOpen * 2));
        }
        open[inOpen++] = value;
        if (inOpen == BLOCK) {
            seal();
        }
    }

    private void seal() {
        long least = open[0];
        long most = open[0];
        for (long value : open) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        // As an unsigned number, so that even the whole range of long fits into eight bytes.
        int width = Math.ceilDiv(Long.SIZE - Long.numberOfLeadingZeros(most - least), Byte.SIZE);
        byte[] packed = new byte[BLOCK * width];
        for (int i = 0; i < BLOCK; i++) {
            long offset = open[i] - least;
            for (int b = 0; b < width; b++) {
                packed[i * width + b] = (byte) (offset >>> (Byte.SIZE * b));
            }
        }
        if (blocks.size() == bases.length) {
            bases = Arrays.copyOf(bases, bases.length * 2);
        }
        bases[blocks.size()] = least;
        blocks.add(packed);
        inOpen = 0;
    }

    long get(int index) {
        int block = index / BLOCK;
        int place = index % BLOCK;
        if (block == blocks.size()) {
            return open[place];
        }
        byte[] packed = blocks.get(block);
        int width = packed.length / BLOCK;
        long offset = 0;
        for (int b = width - 1; b >= 0; b--) {
            offset = offset << Byte.SIZE | (packed[place * width + b] & 0xFFL);
        }
        return bases[block] + offset;
    }

    int size() {
        return blocks.size() * BLOCK + inOpen;
    }
}
