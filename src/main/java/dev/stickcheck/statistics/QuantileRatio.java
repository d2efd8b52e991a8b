package dev.stickcheck.statistics;

import dev.stickcheck.model.ArmTime;
import dev.stickcheck.model.Interval;
import org.jspecify.annotations.Nullable;

/// One quantile of the times with affinity over the same without, and how sure that is (STATISTICS 5.2). The unit of
/// inference is the block: what its requests share is then not taken for evidence.
///
/// @param estimable whether there are enough times that a quantile this high can be told
/// @param logRatio ln ρ of the pooled quantiles; null where an arm has no time
/// @param standardError of `logRatio` by the bootstrap over blocks; null where that is not possible
/// @param blockMean mean of the blocks' own ln ρ; null where a block is too small for this quantile
/// @param blockError standard error of `blockMean`
/// @param signFlip p-value of no difference by sign flips of the blocks' ln ρ
/// @param designEffect (standard error / that of independent requests)²
public record QuantileRatio(
        double quantile,
        int blocks,
        boolean estimable,
        ArmTime on,
        ArmTime off,
        @Nullable Double logRatio,
        @Nullable Double standardError,
        @Nullable Double blockMean,
        @Nullable Double blockError,
        @Nullable Double signFlip,
        @Nullable Double designEffect) {

    /// ρ; below 1 where affinity is faster.
    public @Nullable Double ratio() {
        return logRatio == null ? null : Math.exp(logRatio);
    }

    /// Where ρ lies: ln ρ ± t·SE with one degree of freedom less than blocks; null where that is not known.
    ///
    /// @param alpha with which each end errs
    public @Nullable Interval interval(double alpha) {
        return interval(logRatio, standardError, alpha);
    }

    /// The same from the blocks' own ratios.
    public @Nullable Interval blockwise(double alpha) {
        return interval(blockMean, blockError, alpha);
    }

    private @Nullable Interval interval(@Nullable Double center, @Nullable Double error, double alpha) {
        Interval logarithm = center == null ? null : StudentInterval.of(center, error, blocks, alpha);
        return logarithm == null ? null : new Interval(Math.exp(logarithm.low()), Math.exp(logarithm.high()));
    }

    /// The interval's half-width as a fraction: the noise floor, below which two arms cannot be told apart.
    ///
    /// @param alpha with which each end errs
    public @Nullable Double halfWidth(double alpha) {
        Interval aroundNone = StudentInterval.of(0, standardError, blocks, alpha);
        return aroundNone == null ? null : Math.expm1(aroundNone.high());
    }
}
