package dev.stickcheck.model;

/// What one arm met in one block of a comparison. Times are those of answers that are no errors; where there are more
/// than [#MOST_TIMES] of them, an even sample. Counts are of all requests, the first of their sessions included.
///
/// @param service from the sending to the end of the answer, without the first requests of sessions
/// @param response from the intended sending; at the same place as in `service` for the same request
/// @param firstService as `service`, for the first requests of sessions, which are cold in both arms
/// @param sessionsLost sessions that learned in the block that the target no longer knows them
/// @param cacheTold answers that said whether a cache served them
/// @param cacheHits those of them that it served
/// @param queriesTold answers that said how many database queries they took
/// @param queries the sum of these queries
public record ArmSample(
        Times service,
        Times response,
        Times firstService,
        long sessionsLost,
        long cacheTold,
        long cacheHits,
        long queriesTold,
        long queries) {
    /// Times kept of one arm in one block, for the first requests and for the others each.
    public static final int MOST_TIMES = 20_000;

    public ArmSample {
        if (service.size() != response.size()) {
            throw new IllegalArgumentException("a service time and a response time belong to each answer");
        }
    }
}
