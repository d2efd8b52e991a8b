package dev.stickcheck.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How many requests are sent, how fast, and when to give up.
///
/// @param fixedSessions exactly so many sessions and nothing else; null: sequential, until the answer is certain
/// @param maxSessions the most sticky sessions that a sequential run launches
/// @param requestsPerSession requests of a sticky session
/// @param concurrency the most sessions at a time
/// @param rate intended requests a second; infinite: as fast as answers come
/// @param thinkTime pause of a session between an answer and its next request
/// @param timeout bound on one exchange: connecting, the answer, its body
/// @param duration the longest that the run may take; null: no bound
/// @param maxRequests the most requests in all; null: no bound
/// @param control whether a sequential run mixes in sessions of one request
/// @param complete whether a sequential run goes on after a check has failed
public record Schedule(
        @Nullable Integer fixedSessions,
        int maxSessions,
        int requestsPerSession,
        int concurrency,
        double rate,
        Duration thinkTime,
        Duration timeout,
        @Nullable Duration duration,
        @Nullable Long maxRequests,
        boolean control,
        boolean complete) {
    public static final Schedule DEFAULT =
            new Schedule(null, 1000, 10, 10, 50, Duration.ZERO, Duration.ofSeconds(10), null, null, true, false);

    /// The same with other numbers of sessions at a time and requests a second.
    public Schedule withPace(int sessions, double requests) {
        return new Schedule(
                fixedSessions,
                maxSessions,
                requestsPerSession,
                sessions,
                requests,
                thinkTime,
                timeout,
                duration,
                maxRequests,
                control,
                complete);
    }

    public boolean sequential() {
        return fixedSessions == null;
    }
}
