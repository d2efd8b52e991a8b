package dev.stickcheck.model;

import org.jspecify.annotations.Nullable;

/// What a comparison is held against, beside the limits that every run has.
///
/// @param minImprovement least improvement of p50 or of p95, as a fraction; null: the comparison need only be answered
/// @param stickiness whether the arm with affinity must keep its sessions
/// @param imbalance whether the arm with affinity must be even
public record ComparisonGates(@Nullable Double minImprovement, boolean stickiness, boolean imbalance) {
    public ComparisonGates {
        if (minImprovement != null && !(minImprovement >= 0 && minImprovement < 1)) {
            throw new IllegalArgumentException("min improvement must lie between 0 and 1");
        }
    }

    /// What is gated where the user says nothing: an arm with affinity whose sessions do not stick measures something
    /// else. Two equal arms need not stick.
    public static ComparisonGates standard(Contrast contrast) {
        return new ComparisonGates(null, contrast != Contrast.NONE, false);
    }
}
