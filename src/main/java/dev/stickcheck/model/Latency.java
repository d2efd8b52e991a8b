package dev.stickcheck.model;

import org.jspecify.annotations.Nullable;

/// Quantiles of a response time in milliseconds; null where no answer came.
public record Latency(
        @Nullable Double p50,
        @Nullable Double p95,
        @Nullable Double p99,
        @Nullable Double max) {
    public static final Latency UNKNOWN = new Latency(null, null, null, null);
}
