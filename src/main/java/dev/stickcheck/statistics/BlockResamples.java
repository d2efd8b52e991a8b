package dev.stickcheck.statistics;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The bootstrap over blocks (STATISTICS 5.2): whole blocks are drawn with replacement, both arms together, so that
/// whatever the requests of a block share (drift, sessions, neighbours) stays shared.
final class BlockResamples {
    static final int RESAMPLES = 2000;
    /// Fewer resamples for which the statistic exists tell nothing.
    private static final int FEWEST = RESAMPLES / 2;

    private final int[][] drawn;

    BlockResamples(int blocks, RandomGenerator random) {
        drawn = new int[RESAMPLES][blocks];
        for (int[] times : drawn) {
            for (int i = 0; i < blocks; i++) {
                times[random.nextInt(blocks)]++;
            }
        }
    }

    /// The standard deviation of a statistic over the resamples; null where it seldom exists.
    ///
    /// @param statistic of how often each block was drawn; NaN where it does not exist
    @Nullable
    Double standardError(ToDoubleFunction<int[]> statistic) {
        double mean = 0;
        double squares = 0;
        int n = 0;
        for (int[] times : drawn) {
            double value = statistic.applyAsDouble(times);
            if (Double.isFinite(value)) {
                // Welford (1962).
                n++;
                double off = value - mean;
                mean += off / n;
                squares += off * (value - mean);
            }
        }
        return n < FEWEST ? null : Math.sqrt(squares / (n - 1));
    }
}
