package dev.stickcheck.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a run came to: everything that a report shows.
///
/// @param command the command that measured, such as `probe`
/// @param target the target as the user wrote it
/// @param summary the verdict in one sentence
/// @param requests everything sent
/// @param sessions sticky sessions launched
/// @param assignments first answers of sessions whose instance is known
/// @param errors requests without an answer, or answered with status 400 or above
/// @param unidentified answers that did not tell their instance
/// @param cookieBytesPerRequest mean size of the `Cookie` header value; null when nothing was sent
/// @param latency service time, from the sending
/// @param response from the intended sending: contains the wait for a free place when the target cannot keep the pace
/// @param options everything that a repetition needs, as the command line would say it
/// @param notes cautions and hints, a sentence each
/// @param lifetime how long affinity outlasts silence; null when that was not searched for
/// @param comparison null unless two arms were compared; then requests and errors are those of both arms, and all else
///     is the arm with affinity
public record Result(
        String command,
        String version,
        String target,
        Instant startedAt,
        Duration duration,
        long seed,
        Expectation expectation,
        double confidence,
        String summary,
        long sessions,
        long requests,
        long assignments,
        long errors,
        long unidentified,
        @Nullable Double cookieBytesPerRequest,
        Map<ErrorKind, Long> errorKinds,
        List<InstanceLoad> instances,
        Stickiness stickiness,
        Distribution distribution,
        Latency latency,
        Latency response,
        Connections connections,
        List<RefusedCookie> refusedCookies,
        List<Check> checks,
        Verdict verdict,
        Ending ending,
        Map<String, String> options,
        List<String> notes,
        Timeline timeline,
        @Nullable PinLifetime lifetime,
        @Nullable Comparison comparison) {
    public Result {
        errorKinds = Map.copyOf(errorKinds);
        instances = List.copyOf(instances);
        refusedCookies = List.copyOf(refusedCookies);
        checks = List.copyOf(checks);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        notes = List.copyOf(notes);
    }

    /// A result of one arm alone.
    public Result(
            String command,
            String version,
            String target,
            Instant startedAt,
            Duration duration,
            long seed,
            Expectation expectation,
            double confidence,
            String summary,
            long sessions,
            long requests,
            long assignments,
            long errors,
            long unidentified,
            @Nullable Double cookieBytesPerRequest,
            Map<ErrorKind, Long> errorKinds,
            List<InstanceLoad> instances,
            Stickiness stickiness,
            Distribution distribution,
            Latency latency,
            Latency response,
            Connections connections,
            List<RefusedCookie> refusedCookies,
            List<Check> checks,
            Verdict verdict,
            Ending ending,
            Map<String, String> options,
            List<String> notes,
            Timeline timeline,
            @Nullable PinLifetime lifetime) {
        this(
                command,
                version,
                target,
                startedAt,
                duration,
                seed,
                expectation,
                confidence,
                summary,
                sessions,
                requests,
                assignments,
                errors,
                unidentified,
                cookieBytesPerRequest,
                errorKinds,
                instances,
                stickiness,
                distribution,
                latency,
                response,
                connections,
                refusedCookies,
                checks,
                verdict,
                ending,
                options,
                notes,
                timeline,
                lifetime,
                null);
    }
}
