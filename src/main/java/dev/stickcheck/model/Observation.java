package dev.stickcheck.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One request of one session and what it met: what every statistic is computed from.
///
/// @param time when the request was sent
/// @param session the session's name
/// @param launch the session's number in launch order within its arm, from 0
/// @param sequence the request's number within the session, from 1
/// @param latency from the sending to the end of the answer (service time)
/// @param response from the intended sending to the end of the answer; never below `latency`
/// @param connection a label of the connection that answered, unique within the run; null when unknown
/// @param sourceAddress the local address that was asked for; null when the system chose
/// @param cookieBytes octets of the request's `Cookie` header value
public record Observation(
        Instant time,
        String session,
        long launch,
        int sequence,
        Arm arm,
        Outcome outcome,
        Duration latency,
        Duration response,
        @Nullable String connection,
        @Nullable String sourceAddress,
        CookieTrace cookies,
        int cookieBytes) {
    public Observation {
        Objects.requireNonNull(time);
        Objects.requireNonNull(arm);
        Objects.requireNonNull(outcome);
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence counts from 1, got " + sequence);
        }
        if (latency.isNegative()) {
            throw new IllegalArgumentException("negative latency " + latency);
        }
        if (response.compareTo(latency) < 0) {
            response = latency;
        }
    }

    /// The instance that answered, or null when none was identified.
    public @Nullable String instance() {
        return outcome instanceof Outcome.Identified(var id, var status) ? id : null;
    }

    /// The answer's status, or null when no answer came.
    public @Nullable Integer status() {
        return switch (outcome) {
            case Outcome.Identified(var id, var status) -> status;
            case Outcome.Unidentified(var status) -> status;
            case Outcome.NoAnswer noAnswer -> null;
        };
    }

    /// The error that it counts as, or null.
    public @Nullable ErrorKind error() {
        return outcome.error();
    }

    /// When the answer was complete.
    public Instant answered() {
        return time.plus(latency);
    }

    /// Whether the balancer chose an instance afresh: the first request of a session.
    public boolean isAssignment() {
        return sequence == 1;
    }
}
