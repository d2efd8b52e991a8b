package dev.stickcheck.statistics;

import dev.stickcheck.model.ArmSample;
import dev.stickcheck.model.Block;
import dev.stickcheck.model.Change;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A rate of something that answers tell, in both arms and by block.
final class BlockCounts {
    private final long[] onSums;
    private final long[] onTold;
    private final long[] offSums;
    private final long[] offTold;

    BlockCounts(List<Block> blocks, ToLongFunction<ArmSample> sum, ToLongFunction<ArmSample> told) {
        onSums = blocks.stream().mapToLong(block -> sum.applyAsLong(block.on())).toArray();
        onTold =
                blocks.stream().mapToLong(block -> told.applyAsLong(block.on())).toArray();
        offSums =
                blocks.stream().mapToLong(block -> sum.applyAsLong(block.off())).toArray();
        offTold = blocks.stream()
                .mapToLong(block -> told.applyAsLong(block.off()))
                .toArray();
    }

    @Nullable
    Double on() {
        return known(rate(onSums, onTold, all()));
    }

    @Nullable
    Double off() {
        return known(rate(offSums, offTold, all()));
    }

    /// The rate with affinity minus that without.
    Change difference(BlockResamples resamples, double alpha) {
        return change(resamples, alpha, this::difference);
    }

    /// By which part the rate is lower with affinity.
    Change saving(BlockResamples resamples, double alpha) {
        return change(resamples, alpha, this::saving);
    }

    private double difference(int[] drawn) {
        return rate(onSums, onTold, drawn) - rate(offSums, offTold, drawn);
    }

    private double saving(int[] drawn) {
        return 1 - rate(onSums, onTold, drawn) / rate(offSums, offTold, drawn);
    }

    private Change change(BlockResamples resamples, double alpha, ToDoubleFunction<int[]> statistic) {
        Double estimate = known(statistic.applyAsDouble(all()));
        return estimate == null
                ? Change.UNKNOWN
                : new Change(
                        estimate,
                        StudentInterval.of(estimate, resamples.standardError(statistic), onSums.length, alpha));
    }

    private int[] all() {
        int[] once = new int[onSums.length];
        Arrays.fill(once, 1);
        return once;
    }

    private static double rate(long[] sums, long[] told, int[] drawn) {
        double sum = 0;
        double n = 0;
        for (int i = 0; i < drawn.length; i++) {
            sum += (double) sums[i] * drawn[i];
            n += (double) told[i] * drawn[i];
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
