package dev.stickcheck.model;

import org.jspecify.annotations.Nullable;

/// What one instance served.
///
/// @param sessions sticky sessions whose first answer it gave
/// @param share its part of the distribution's units (assignments or requests); null when there are none
/// @param expectedShare its declared part, or an equal one; null when it was not declared though others were
/// @param shareInterval plausible values of the share, all instances' at once at the run's confidence (STATISTICS 4.3)
public record InstanceLoad(
        String id,
        long requests,
        long sessions,
        @Nullable Double share,
        @Nullable Double expectedShare,
        long errors,
        Latency latency,
        @Nullable Interval shareInterval) {
    /// Where nothing is inferred from the share.
    public InstanceLoad(
            String id,
            long requests,
            long sessions,
            @Nullable Double share,
            @Nullable Double expectedShare,
            long errors,
            Latency latency) {
        this(id, requests, sessions, share, expectedShare, errors, latency, null);
    }
}
