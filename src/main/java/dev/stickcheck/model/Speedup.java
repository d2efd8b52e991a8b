package dev.stickcheck.model;

import org.jspecify.annotations.Nullable;

/// How one quantile of the times differs between the arms of a comparison. Improvements are fractions of the time
/// without affinity, positive where affinity is faster.
///
/// @param name such as `p95`
/// @param estimate 1 − the ratio of the pooled quantiles; null where one of them is unknown
/// @param interval of the improvement by the bootstrap over blocks; null where that is not possible
/// @param blockwise the same interval from the blocks' own ratios, as a cross-check; null where a block is too small
/// @param signFlip p-value of no difference by sign flips of the blocks' ratios: all of them up to 20 blocks, drawn
///     ones beyond
/// @param designEffect by which factor the variance exceeds that of independent requests
/// @param additionalBlocks about how many more blocks would decide what is open; null when nothing is, or more than
///     is practical
/// @param why the outcome in one sentence
public record Speedup(
        String name,
        ArmTime on,
        ArmTime off,
        @Nullable Double estimate,
        @Nullable Interval interval,
        @Nullable Interval blockwise,
        @Nullable Double signFlip,
        @Nullable Double designEffect,
        Gain gain,
        @Nullable Integer additionalBlocks,
        String why) {}
