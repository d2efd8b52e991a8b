package dev.stickcheck.model;

import org.jspecify.annotations.Nullable;

/// What one instance served.
///
/// @param sessions sticky sessions whose first answer it gave
/// @param share its part of the distribution's units (assignments or requests); null when there are none
/// @param expectedShare its declared part, or an equal one; null when it was not declared though others were
public record InstanceLoad(
        String id,
        long requests,
        long sessions,
        @Nullable Double share,
        @Nullable Double expectedShare,
        long errors,
        Latency latency) {}
