package dev.stickcheck.report;

import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Episodes;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Latency;
import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.PinDuration;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Stickiness;
import dev.stickcheck.model.Timeline;
import dev.stickcheck.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Results as runs leave them, for tests of whatever shows them.
public final class SampleResults {
    private SampleResults() {}

    /// By the name that golden files carry.
    public static Map<String, Result> all() {
        Map<String, Result> all = new LinkedHashMap<>();
        all.put("pass", pass());
        all.put("fail", fail());
        all.put("inconclusive", inconclusive());
        all.put("hostile", hostile());
        all.put("empty", empty());
        return all;
    }

    /// Sticky sessions on three even instances.
    public static Result pass() {
        return new ResultBuilder()
                .verdict(Verdict.PASS, "Sessions stick and the load is even: none of 74 sessions moved.")
                .ending(Ending.Kind.DECIDED, "every check was decided after 74 sessions")
                .counts(74, 1_050, 384, 0, 0)
                .cookieBytes(42.0)
                .instance("instance-1", 348, 25, 130 / 384.0, 1 / 3.0, 0, 0.98, 2.1)
                .instance("instance-2", 352, 24, 126 / 384.0, 1 / 3.0, 0, 1.02, 2.2)
                .instance("instance-3", 350, 25, 128 / 384.0, 1 / 3.0, 0, 0.99, 1.9)
                .stickiness(new Stickiness(
                        74,
                        0,
                        0,
                        0,
                        0.0,
                        new Interval(0, 0.0467),
                        10,
                        0,
                        0.0,
                        1.0,
                        Map.of(),
                        Set.of(),
                        Episodes.NONE,
                        SampleAttributions.sticky(),
                        new PinDuration(74, 0, 131.4, 0.0, new Interval(0, 0.0228), List.of())))
                .distribution(new Distribution(
                        Distribution.Unit.ASSIGNMENT,
                        384,
                        384,
                        2.6666666666666665,
                        0.012757759,
                        new Interval(0, 0.081),
                        0.0,
                        0.015625,
                        0.0625,
                        2,
                        0.9692332344763441,
                        0.999837,
                        true,
                        List.of(),
                        List.of()))
                .latency(new Latency(1.0, 2.1, 3.4, 12.7), new Latency(1.0, 2.2, 3.6, 12.7))
                .connections(ConnectionPolicy.POOLED, 10, 0)
                .check(
                        "stickiness-failures",
                        0.0,
                        new Interval(0, 0.0467),
                        0.05,
                        Verdict.PASS,
                        "0 of 74 sessions failed: at most 4.7 % do, the limit is 5 %.")
                .check(
                        "imbalance",
                        0.0128,
                        new Interval(0, 0.081),
                        0.3,
                        Verdict.PASS,
                        "The load varies by 1.3 % (at most 8.1 %), the limit is 30 %.")
                .check(
                        "errors",
                        0.0,
                        new Interval(0, 0.0029),
                        0.01,
                        Verdict.PASS,
                        "No request of 1,050 failed, the limit is 1 %.")
                .check("instances", 0.0, null, 0.0, Verdict.PASS, "All 3 declared instances answered.")
                .timeline(sessions(74, 10, 3, -1))
                .build();
    }

    /// Three instances of which one is dead, and a cookie that the client can never send back.
    public static Result fail() {
        return new ResultBuilder()
                .verdict(
                        Verdict.FAIL,
                        "Sessions do not stick: 13 of 20 sessions moved without a cause that excuses it, and the load"
                                + " is uneven.")
                .ending(Ending.Kind.DECIDED, "a check failed after 20 sessions")
                .counts(20, 312, 96, 7, 3)
                .cookieBytes(0.0)
                .errorKind(ErrorKind.ANSWER_TIMEOUT, 5)
                .errorKind(ErrorKind.SERVER_STATUS, 2)
                .instance("instance-1", 221, 15, 68 / 96.0, 1 / 3.0, 2, 1.2, 240.0)
                .instance("instance-2", 83, 5, 28 / 96.0, 1 / 3.0, 0, 1.1, 3.3)
                .instance("instance-3", 0, 0, 0.0, 1 / 3.0, 0, null, null)
                .stickiness(new Stickiness(
                        20,
                        14,
                        13,
                        1,
                        0.65,
                        new Interval(0.41, 0.84),
                        10,
                        61,
                        0.3388888888888889,
                        0.024,
                        Map.of(
                                MoveCause.CLIENT_LOST_COOKIE, 57L,
                                MoveCause.TRUE_FAILURE, 3L,
                                MoveCause.UNRESOLVED, 1L),
                        Set.of(MoveCause.RETRY),
                        new Episodes(
                                2,
                                new Episodes.Episode(
                                        Instant.parse("2026-11-23T12:00:00.120Z"),
                                        Instant.parse("2026-11-23T12:00:03.980Z"),
                                        58,
                                        13),
                                false),
                        SampleAttributions.loose(),
                        new PinDuration(
                                40,
                                2,
                                71.5,
                                0.028,
                                new Interval(0.0034, 0.101),
                                List.of(
                                        new PinDuration.Step(0.4, 0.975, 1),
                                        new PinDuration.Step(0.6, 0.95, 0.975),
                                        new PinDuration.Step(0.8, 0.95, 0.95)))))
                .distribution(new Distribution(
                        Distribution.Unit.ASSIGNMENT,
                        96,
                        91.4,
                        7890.666,
                        0.883883,
                        new Interval(0.73, 1.05),
                        0.87,
                        1.125,
                        73.0,
                        2,
                        1.4e-16,
                        0.5634,
                        true,
                        List.of("instance-3"),
                        List.of()))
                .latency(new Latency(1.2, 240.4, 980.0, 1_004.2), new Latency(1.3, 1_420.0, 2_100.0, 12_345.6))
                .connections(ConnectionPolicy.PER_SESSION, 31, 4)
                .refused("route", CookieRefusal.Reason.SECURE_OVER_HTTP, 304)
                .check(
                        "stickiness-failures",
                        0.65,
                        new Interval(0.41, 0.84),
                        0.05,
                        Verdict.FAIL,
                        "13 of 20 sessions failed: at least 41 % do, the limit is 5 %.")
                .check(
                        "imbalance",
                        0.884,
                        new Interval(0.73, 1.05),
                        0.3,
                        Verdict.FAIL,
                        "The load varies by 88 % (at least 73 %), the limit is 30 %.")
                .check(
                        "errors",
                        7 / 312.0,
                        new Interval(0.0105, 0.0415),
                        0.01,
                        Verdict.FAIL,
                        "7 of 312 requests failed: 2.2 %, the limit is 1 %.")
                .check(
                        "p95",
                        1_420.0,
                        null,
                        2_000.0,
                        Verdict.PASS,
                        "95 % of the answers came within 1.42 s, the limit is 2.00 s.")
                .check("instances", 1.0, null, 0.0, Verdict.FAIL, "instance-3 is declared and never answered.")
                .note("The cookie route is set with Secure over plain http, so no browser returns it: probe the https"
                        + " address, or drop Secure.")
                .timeline(sessions(20, 10, 2, 3))
                .build();
    }

    /// One instance only, though none is declared.
    public static Result inconclusive() {
        return new ResultBuilder()
                .verdict(
                        Verdict.INCONCLUSIVE,
                        "Only one instance answered, so nothing can be said of stickiness: declare how many there are"
                                + " with --instances.")
                .ending(Ending.Kind.SINGLE_INSTANCE, "one instance only in 59 assignments")
                .counts(11, 158, 59, 0, 0)
                .instance("web-7f9c4d5b6-x2k8p", 158, 11, 1.0, null, 0, 4.2, 9.96)
                .stickiness(new Stickiness(11, 0, 0, 0, 0.0, new Interval(0, 0.2384), 10, 0, 0.0, null, Map.of()))
                .distribution(new Distribution(
                        Distribution.Unit.ASSIGNMENT,
                        59,
                        59,
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
                        List.of()))
                .latency(new Latency(4.2, 9.96, 14.0, 20.1), new Latency(4.2, 9.96, 14.0, 20.1))
                .check(
                        "stickiness-failures",
                        null,
                        null,
                        0.05,
                        Verdict.INCONCLUSIVE,
                        "With one instance every session stays on it, whether or not sessions stick.")
                .check(
                        "imbalance",
                        null,
                        null,
                        0.3,
                        Verdict.INCONCLUSIVE,
                        "With one instance there is nothing to be even over.")
                .check(
                        "errors",
                        0.0,
                        new Interval(0, 0.019),
                        0.01,
                        Verdict.PASS,
                        "No request of 158 failed, the limit is 1 %.")
                .timeline(sessions(11, 10, 1, -1))
                .build();
    }

    /// A target that attacks whoever reads the report.
    public static Result hostile() {
        List<String> ids = List.of(
                "<script>alert(1)</script>",
                "\u001b[31mred\u001b[0m\r\n\u009b2J\u0007",
                "=cmd|' /C calc'!A0",
                "`code` | [link](javascript:alert(1)) @everyone #1 ``` ~~",
                "\u202eevil\u2066 \ud800 \ufffe \0]]>&amp;",
                "漢字🐟👩‍👩‍👧é" + "漢".repeat(40),
                "a\\|b\"'&c");
        ResultBuilder hostile = new ResultBuilder()
                .target("http://127.0.0.1:8080/<b>?a=`b`&c=|d|")
                .verdict(Verdict.FAIL, "Moved: " + ids.get(0) + ids.get(1) + ids.get(3))
                .ending(Ending.Kind.COMPLETED, "the sessions were done")
                .counts(9, 90, 9, 0, 0)
                .stickiness(new Stickiness(
                        9,
                        9,
                        9,
                        0,
                        1.0,
                        new Interval(0.71, 1),
                        10,
                        81,
                        1.0,
                        Double.NaN,
                        Map.of(MoveCause.TRUE_FAILURE, 81L)))
                .distribution(new Distribution(
                        Distribution.Unit.REQUEST,
                        90,
                        12.5,
                        Double.POSITIVE_INFINITY,
                        Double.NaN,
                        new Interval(0, Double.POSITIVE_INFINITY),
                        null,
                        -0.0,
                        1e-300,
                        6,
                        0.0,
                        1.0,
                        true,
                        ids,
                        ids))
                .refused(ids.get(0), CookieRefusal.Reason.HOST_PREFIX, 1)
                .refused(ids.get(3), CookieRefusal.Reason.CONTROL_CHARACTER, Long.MAX_VALUE)
                .check("stickiness-failures", 1.0, new Interval(0.71, 1), 0.05, Verdict.FAIL, ids.get(0) + ids.get(4))
                .check("imbalance", Double.NaN, null, 0.3, Verdict.INCONCLUSIVE, ids.get(3) + "x".repeat(5_000))
                .option("--instances", ids.get(1))
                .option("--header\u0000", "=1+1")
                .timeline(new Timeline(
                        ids,
                        List.of("0123456", "654321.!+", "0".repeat(200)),
                        true,
                        List.of(new Timeline.Evidence(9, Double.NEGATIVE_INFINITY, 3.5))));
        ids.forEach(id -> hostile.instance(id, 13, 1, 1 / 7.0, null, 0, Double.NaN, null));
        hostile.instance("x".repeat(100_000), 0, 0, null, 0.5, 0, null, null);
        ids.forEach(hostile::note);
        return hostile.build();
    }

    /// Nobody answered.
    public static Result empty() {
        return new ResultBuilder()
                .verdict(
                        Verdict.INCONCLUSIVE,
                        "Nothing was measured: 127.0.0.1:8080 refuses connections. Is the target running?")
                .ending(Ending.Kind.UNREACHABLE, "none of 30 requests was answered")
                .counts(3, 30, 0, 30, 0)
                .errorKind(ErrorKind.CONNECTION_REFUSED, 30)
                .stickiness(new Stickiness(0, 0, 0, 0, null, null, 10, 0, null, null, Map.of()))
                .distribution(new Distribution(
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
                        List.of()))
                .timeline(new Timeline(List.of(), List.of("!!!!!!!!!!", "!!!!!!!!!!", "!!!!!!!!!!"), false, List.of()))
                .build();
    }

    /// Sessions over so many instances; every one below the `moving`th of four moves.
    private static Timeline sessions(int count, int answers, int instances, int moving) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= instances; i++) {
            ids.add(instances == 1 ? "web-7f9c4d5b6-x2k8p" : "instance-" + i);
        }
        List<String> sessions = new ArrayList<>();
        List<Timeline.Evidence> evidence = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            StringBuilder session = new StringBuilder();
            for (int a = 0; a < answers; a++) {
                boolean moves = s % 4 < moving && (s * 7 + a * a) % 3 == 0;
                session.append((s + (moves ? 1 : 0)) % instances);
            }
            if (moving > 0 && s % 5 == 4) {
                session.replace(answers - 2, answers, "!.");
            }
            sessions.add(session.toString());
            evidence.add(new Timeline.Evidence(s + 1, 0.05 * s - 0.7, 0 - 0.05 * s));
        }
        return new Timeline(ids, sessions, false, evidence);
    }
}
