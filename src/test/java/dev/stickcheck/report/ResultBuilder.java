package dev.stickcheck.report;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Comparison;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.Connections;
import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Latency;
import dev.stickcheck.model.PinLifetime;
import dev.stickcheck.model.RefusedCookie;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Stickiness;
import dev.stickcheck.model.Timeline;
import dev.stickcheck.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts a result together; what is not said is as in a short run against loopback.
public final class ResultBuilder {
    private final Map<ErrorKind, Long> errorKinds = new EnumMap<>(ErrorKind.class);
    private final List<InstanceLoad> instances = new ArrayList<>();
    private final List<RefusedCookie> refused = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>(Map.of("--expect", "sticky"));
    private String target = "http://127.0.0.1:8080/api/health";
    private String summary = "";
    private Verdict verdict = Verdict.INCONCLUSIVE;
    private Ending ending = new Ending(Ending.Kind.COMPLETED, "the sessions were done");
    private long sessions;
    private long requests;
    private long assignments;
    private long errors;
    private long unidentified;
    private Double cookieBytes;
    private Stickiness stickiness = new Stickiness(0, 0, 0, 0, null, null, 10, 0, null, null, Map.of());
    private Distribution distribution = new Distribution(
            Distribution.Unit.ASSIGNMENT,
            0,
            0,
            null,
            null,
            null,
            null,
            null,
            null,
            0,
            null,
            null,
            false,
            List.of(),
            List.of());
    private Latency latency = Latency.UNKNOWN;
    private Latency response = Latency.UNKNOWN;
    private Connections connections = new Connections(ConnectionPolicy.POOLED, 0, 0);
    private Timeline timeline = Timeline.EMPTY;
    private PinLifetime lifetime;
    private Comparison comparison;

    public ResultBuilder target(String url) {
        target = url;
        return this;
    }

    public ResultBuilder verdict(Verdict outcome, String sentence) {
        verdict = outcome;
        summary = sentence;
        return this;
    }

    public ResultBuilder ending(Ending.Kind kind, String why) {
        ending = new Ending(kind, why);
        return this;
    }

    public ResultBuilder counts(long sessions, long requests, long assignments, long errors, long unidentified) {
        this.sessions = sessions;
        this.requests = requests;
        this.assignments = assignments;
        this.errors = errors;
        this.unidentified = unidentified;
        return this;
    }

    public ResultBuilder cookieBytes(Double mean) {
        cookieBytes = mean;
        return this;
    }

    public ResultBuilder errorKind(ErrorKind kind, long count) {
        errorKinds.put(kind, count);
        return this;
    }

    public ResultBuilder instance(
            String id,
            long requests,
            long sessions,
            Double share,
            Double expected,
            long errors,
            Double p50,
            Double p95) {
        instances.add(
                new InstanceLoad(id, requests, sessions, share, expected, errors, new Latency(p50, p95, p95, p95)));
        return this;
    }

    public ResultBuilder stickiness(Stickiness found) {
        stickiness = found;
        return this;
    }

    public ResultBuilder distribution(Distribution found) {
        distribution = found;
        return this;
    }

    public ResultBuilder latency(Latency service, Latency fromIntended) {
        latency = service;
        response = fromIntended;
        return this;
    }

    public ResultBuilder connections(ConnectionPolicy policy, long distinct, long contrary) {
        connections = new Connections(policy, distinct, contrary);
        return this;
    }

    public ResultBuilder refused(String name, CookieRefusal.Reason reason, long count) {
        refused.add(new RefusedCookie(new CookieRefusal(name, reason), count));
        return this;
    }

    public ResultBuilder check(
            String name, Double observed, Interval interval, Double limit, Verdict outcome, String why) {
        checks.add(new Check(name, observed, interval, limit, outcome, why));
        return this;
    }

    public ResultBuilder option(String name, String value) {
        options.put(name, value);
        return this;
    }

    public ResultBuilder note(String note) {
        notes.add(note);
        return this;
    }

    public ResultBuilder timeline(Timeline drawn) {
        timeline = drawn;
        return this;
    }

    public ResultBuilder lifetime(PinLifetime found) {
        lifetime = found;
        return this;
    }

    public ResultBuilder comparison(Comparison found) {
        comparison = found;
        return this;
    }

    public Result build() {
        return new Result(
                "probe",
                "0.1.0",
                target,
                Instant.parse("2026-11-23T12:00:00Z"),
                Duration.ofMillis(4_234),
                42,
                Expectation.STICKY,
                0.95,
                summary,
                sessions,
                requests,
                assignments,
                errors,
                unidentified,
                cookieBytes,
                errorKinds,
                instances,
                stickiness,
                distribution,
                latency,
                response,
                connections,
                refused,
                checks,
                verdict,
                ending,
                options,
                notes,
                timeline,
                lifetime,
                comparison);
    }
}
