package dev.stickcheck.statistics;

import dev.stickcheck.model.Times;
import java.util.Arrays;
import java.util.List;

/// The times of one arm over all blocks, in an order in which the quantile of any resample of blocks is found without
/// sorting again.
final class PooledTimes {
    private static final int BLOCK_BITS = 16;
    private static final int BLOCK_MASK = (1 << BLOCK_BITS) - 1;
    private static final long LONGEST = Long.MAX_VALUE >>> BLOCK_BITS;
    private static final int SHORTEST_STRIDE = 64;

    /// Times in ascending order with the number of their block in the lowest bits.
    private final long[] labelled;
    /// How many of each block's times stand before every place that is a multiple of the stride.
    private final int[][] before;

    /// Grows with the blocks, so that what is kept grows with the times alone.
    private final int stride;

    private final int[] sizes;

    PooledTimes(List<Times> blocks) {
        if (blocks.size() > BLOCK_MASK) {
            throw new IllegalArgumentException(blocks.size() + " blocks are more than can be numbered");
        }
        stride = Math.max(SHORTEST_STRIDE, blocks.size());
        sizes = blocks.stream().mapToInt(Times::size).toArray();
        labelled = new long[Arrays.stream(sizes).sum()];
        int place = 0;
        for (int block = 0; block < sizes.length; block++) {
            for (int i = 0; i < sizes[block]; i++) {
                // A time of zero has no logarithm.
                long nanos = Math.clamp(blocks.get(block).nanos(i), 1, LONGEST);
                labelled[place] = nanos << BLOCK_BITS | block;
                place++;
            }
        }
        Arrays.sort(labelled);
        before = countBefore();
    }

    private int[][] countBefore() {
        int[][] counts = new int[labelled.length / stride + 1][];
        int[] soFar = new int[sizes.length];
        for (int i = 0; i < labelled.length; i++) {
            if (i % stride == 0) {
                counts[i / stride] = soFar.clone();
            }
            soFar[block(i)]++;
        }
        if (labelled.length % stride == 0) {
            counts[labelled.length / stride] = soFar;
        }
        return counts;
    }

    int size() {
        return labelled.length;
    }

    private int block(int place) {
        return (int) (labelled[place] & BLOCK_MASK);
    }

    /// The time of a rank from 1, in nanoseconds.
    long nanos(long rank) {
        return labelled[(int) rank - 1] >>> BLOCK_BITS;
    }

    /// By nearest rank over all times.
    long quantile(double quantile) {
        return nanos(NearestRank.rank(size(), quantile));
    }

    /// By nearest rank over the times of blocks drawn so often each, in nanoseconds; NaN where there is none.
    double quantile(double quantile, int[] drawn) {
        long all = weigh(sizes, drawn);
        if (all == 0) {
            return Double.NaN;
        }
        long rank = NearestRank.rank(all, quantile);
        int low = 0;
        int high = before.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (weigh(before[middle], drawn) < rank) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        long reached = weigh(before[low], drawn);
        int place = low * stride - 1;
        while (reached < rank) {
            place++;
            reached += drawn[block(place)];
        }
        return labelled[place] >>> BLOCK_BITS;
    }

    private static long weigh(int[] counts, int[] drawn) {
        long sum = 0;
        for (int block = 0; block < counts.length; block++) {
            sum += (long) counts[block] * drawn[block];
        }
        return sum;
    }

    /// Natural logarithms of all times in nanoseconds, ascending.
    double[] logarithms() {
        double[] logarithms = new double[labelled.length];
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = Math.log((double) (labelled[i] >>> BLOCK_BITS));
        }
        return logarithms;
    }

    double[] millis() {
        double[] millis = new double[labelled.length];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = (labelled[i] >>> BLOCK_BITS) / 1e6;
        }
        return millis;
    }
}
