package dev.stickcheck.model;

import org.jspecify.annotations.Nullable;

/// One quantile of one arm in milliseconds.
///
/// @param value by nearest rank over all blocks; null without answers
/// @param interval 95 %, from order statistics as if requests were independent; null where the quantile is not
///     estimable from so few
/// @param smooth Harrell and Davis's estimate; null without answers
public record ArmTime(
        @Nullable Double value,
        @Nullable Interval interval,
        @Nullable Double smooth) {}
