package dev.stickcheck.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// What one arm met in one block of a comparison. Times are those of answers that are no errors; where there are more
/// than [#MOST_TIMES] of them, an even sample. Counts are of all requests, the first of their sessions included.
///
/// @param service from the sending to the end of the answer, without the first requests of sessions
/// @param response from the intended sending; at the same place as in `service` for the same request
/// @param firstService as `service`, for the first requests of sessions, which are cold in both arms
/// @param firstResponse as `response`, for the first requests of sessions
/// @param requests everything sent
/// @param errorKinds requests without an answer, or answered with an error, by kind
/// @param sessions sessions that began in the block
/// @param sessionsLost sessions that learned in the block that the target no longer knows them
/// @param cacheTold answers that said whether a cache served them
/// @param cacheHits those of them that it served
/// @param queriesTold answers that said how many database queries they took
/// @param queries the sum of these queries
/// @param cookieBytes octets of all `Cookie` header values
/// @param instances answers by the instance that gave them
public record ArmSample(
        Times service,
        Times response,
        Times firstService,
        Times firstResponse,
        long requests,
        Map<ErrorKind, Long> errorKinds,
        long sessions,
        long sessionsLost,
        long cacheTold,
        long cacheHits,
        long queriesTold,
        long queries,
        long cookieBytes,
        Map<String, Long> instances) {
    /// Times kept of one arm in one block, for the first requests and for the others each.
    public static final int MOST_TIMES = 20_000;

    public ArmSample {
        if (service.size() != response.size() || firstService.size() != firstResponse.size()) {
            throw new IllegalArgumentException("a service time and a response time belong to each answer");
        }
        Map<ErrorKind, Long> kinds = new EnumMap<>(ErrorKind.class);
        kinds.putAll(errorKinds);
        errorKinds = Collections.unmodifiableMap(kinds);
        instances = Collections.unmodifiableMap(new TreeMap<>(instances));
    }

    public long errors() {
        return errorKinds.values().stream().mapToLong(Long::longValue).sum();
    }
}
