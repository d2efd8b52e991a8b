package dev.stickcheck.statistics;

import dev.stickcheck.model.ArmTime;
import dev.stickcheck.model.Block;
import dev.stickcheck.model.BlockTimes;
import dev.stickcheck.model.RankComparison;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The times of both arms, block beside block.
final class PairedArms {
    private final ArmPool on;
    private final ArmPool off;
    private final int blocks;
    private final BlockResamples resamples;

    PairedArms(ArmPool on, ArmPool off, int blocks, BlockResamples resamples) {
        this.on = on;
        this.off = off;
        this.blocks = blocks;
        this.resamples = resamples;
    }

    QuantileRatio ratio(double quantile, RandomGenerator random) {
        ArmTime with = on.time(quantile);
        ArmTime without = off.time(quantile);
        Double error = standardError(quantile);
        double[] own = on.everyBlockHas(quantile) && off.everyBlockHas(quantile) ? logRatios(quantile) : new double[0];
        return new QuantileRatio(
                quantile,
                blocks,
                on.estimable(quantile) && off.estimable(quantile),
                with,
                without,
                with.value() == null || without.value() == null ? null : Math.log(with.value() / without.value()),
                error,
                own.length < 2 ? null : mean(own),
                own.length < 2 ? null : deviation(own) / Math.sqrt(own.length),
                own.length < 2 ? null : SignFlip.pValue(own, random),
                designEffect(error, with, without));
    }

    private @Nullable Double standardError(double quantile) {
        return blocks < 2
                ? null
                : resamples.standardError(drawn -> Math.log(
                        on.pooled().quantile(quantile, drawn) / off.pooled().quantile(quantile, drawn)));
    }

    private double[] logRatios(double quantile) {
        return IntStream.range(0, blocks)
                .mapToDouble(block -> on.logQuantile(block, quantile) - off.logQuantile(block, quantile))
                .toArray();
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double deviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    private static @Nullable Double designEffect(@Nullable Double error, ArmTime with, ArmTime without) {
        Double on = ArmPool.independentError(with);
        Double off = ArmPool.independentError(without);
        if (error == null || on == null || off == null || on + off == 0) {
            return null;
        }
        return error * error / (on * on + off * off);
    }

    /// Null where an arm has no time.
    @Nullable
    RankComparison ranks() {
        if (on.pooled().size() == 0 || off.pooled().size() == 0) {
            return null;
        }
        RankShift shift = new RankShift(on.pooled().logarithms(), off.pooled().logarithms());
        return new RankComparison(-Math.expm1(-shift.hodgesLehmann()), shift.smaller());
    }

    BlockTimes block(Block block, int place) {
        return new BlockTimes(block.number(), block.first(), on.latency(place), off.latency(place));
    }
}
