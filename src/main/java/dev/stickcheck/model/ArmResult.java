package dev.stickcheck.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one arm of a comparison came to.
///
/// @param sessions sessions launched
/// @param sessionsLost sessions that learned that the target no longer knows them
/// @param unidentified answers that did not tell their instance
/// @param latency service times of finished blocks, without the first requests of sessions
/// @param response the same, from the intended sending
/// @param first service times of the first requests of sessions, which are cold in both arms
/// @param cacheHitRate hits per answer that tells; null when none does
/// @param databaseQueriesPerRequest queries per answer that tells; null when none does
public record ArmResult(
        long requests,
        long errors,
        Map<ErrorKind, Long> errorKinds,
        long unidentified,
        long sessions,
        long sessionsLost,
        Latency latency,
        Latency response,
        Latency first,
        List<InstanceLoad> instances,
        Stickiness stickiness,
        Distribution distribution,
        @Nullable Double cacheHitRate,
        @Nullable Double databaseQueriesPerRequest,
        @Nullable Double cookieBytesPerRequest) {
    public ArmResult {
        errorKinds = Map.copyOf(errorKinds);
        instances = List.copyOf(instances);
    }
}
