package dev.stickcheck.statistics;

import dev.stickcheck.model.ArmTime;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Latency;
import dev.stickcheck.model.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All times of one arm: together, and block by block.
final class ArmPool {
    private static final double SHOWN_CONFIDENCE = 0.95;

    private final PooledTimes pooled;
    private final long[][] blocks;

    ArmPool(List<Times> times) {
        pooled = new PooledTimes(times);
        blocks = times.stream().map(block -> block.stream().sorted().toArray()).toArray(long[][]::new);
    }

    PooledTimes pooled() {
        return pooled;
    }

    /// Whether the quantile has an upper bound at all from so many independent times.
    boolean estimable(double quantile) {
        return pooled.size() >= RankInterval.fewest(quantile, (1 - SHOWN_CONFIDENCE) / 2);
    }

    /// A block is large enough for a quantile when five times lie beyond it: 100 for p95.
    boolean everyBlockHas(double quantile) {
        double fewest = 5 / (1 - Math.max(quantile, 1 - quantile)) - 1e-9;
        for (long[] block : blocks) {
            if (block.length < fewest) {
                return false;
            }
        }
        return blocks.length > 0;
    }

    double logQuantile(int block, double quantile) {
        return Math.log((double) Math.max(1, NearestRank.of(blocks[block], quantile)));
    }

    Latency latency() {
        return pooled.size() == 0
                ? Latency.UNKNOWN
                : new Latency(
                        pooled.quantile(0.5) / 1e6,
                        pooled.quantile(0.95) / 1e6,
                        pooled.quantile(0.99) / 1e6,
                        pooled.nanos(pooled.size()) / 1e6);
    }

    Latency latency(int block) {
        long[] times = blocks[block];
        return times.length == 0
                ? Latency.UNKNOWN
                : new Latency(
                        NearestRank.of(times, 0.5) / 1e6,
                        NearestRank.of(times, 0.95) / 1e6,
                        NearestRank.of(times, 0.99) / 1e6,
                        times[times.length - 1] / 1e6);
    }

    ArmTime time(double quantile) {
        if (pooled.size() == 0) {
            return new ArmTime(null, null, null);
        }
        RankInterval ranks = RankInterval.of(pooled.size(), quantile, SHOWN_CONFIDENCE);
        Interval interval = ranks.low() == null || ranks.high() == null
                ? null
                : new Interval(pooled.nanos(ranks.low()) / 1e6, pooled.nanos(ranks.high()) / 1e6);
        return new ArmTime(pooled.quantile(quantile) / 1e6, interval, HarrellDavis.of(pooled.millis(), quantile));
    }

    /// Standard error of the logarithm of a quantile if requests were independent; null where it cannot be told.
    static @Nullable Double independentError(ArmTime time) {
        Interval interval = time.interval();
        return interval == null || interval.low() <= 0
                ? null
                : Math.log(interval.high() / interval.low())
                        / (2 * SpecialFunctions.normalQuantile((1 + SHOWN_CONFIDENCE) / 2));
    }
}
