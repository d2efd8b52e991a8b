package dev.stickcheck.model;

import org.jspecify.annotations.Nullable;

/// By how much something differs between the arms, with the interval that the blocks give it; both null where the
/// target does not tell.
public record Change(@Nullable Double estimate, @Nullable Interval interval) {
    public static final Change UNKNOWN = new Change(null, null);
}
