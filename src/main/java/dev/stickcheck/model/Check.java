package dev.stickcheck.model;

import org.jspecify.annotations.Nullable;

/// One threshold held against the measurement.
///
/// @param name one of the contract's names, such as `stickiness-failures`
/// @param observed what was seen, in the limit's unit; null when nothing was
/// @param interval plausible values of the truth at the run's confidence; null when not an inference
/// @param limit the threshold: a fraction, for `p95` milliseconds
/// @param why one sentence for a person
public record Check(
        String name,
        @Nullable Double observed,
        @Nullable Interval interval,
        @Nullable Double limit,
        Verdict outcome,
        String why) {}
