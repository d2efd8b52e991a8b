package dev.stickcheck.report;

import dev.stickcheck.model.Attribution;
import dev.stickcheck.model.Check;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.Connections;
import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.RefusedCookie;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Stickiness;
import dev.stickcheck.model.Timeline;
import dev.stickcheck.model.Verdict;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The way back of [ResultJson]. What the contract names must be there; what goes beyond it may be missing.
final class ResultMembers {
    private ResultMembers() {}

    static Result result(Members r) {
        double confidence = r.confidence();
        Verdict verdict = r.meant("verdict", ResultMembers::verdict, "pass, fail or inconclusive");
        Members ending = r.objectOrEmpty("ending");
        return new Result(
                r.text("command"),
                r.text("version"),
                r.text("target"),
                r.meant("startedAt", AttributionMembers::instant, "a moment such as 2026-11-23T12:00:00Z"),
                Duration.ofMillis(r.count("durationMillis")),
                r.whole("seed"),
                r.meant("expectation", ResultMembers::expectation, "sticky, spread or any"),
                confidence,
                r.text("summary", ""),
                r.count("sessions"),
                r.count("requests"),
                r.count("assignments"),
                r.count("errors"),
                r.count("unidentified"),
                r.number("cookieBytesPerRequest"),
                errorKinds(r.object("errorKinds")),
                r.list("instances", ResultMembers::instance),
                stickiness(r.object("stickiness")),
                distribution(r.object("distribution")),
                r.latency("latencyMillis"),
                r.latency("responseMillis"),
                connections(r.objectOrEmpty("connections")),
                r.list("refusedCookies", ResultMembers::refused).stream()
                        .filter(Objects::nonNull)
                        .toList(),
                r.list("checks", ResultMembers::check),
                verdict,
                ending.has("kind")
                        ? new Ending(
                                ending.meant("kind", ResultMembers::ending, "one of this version's"),
                                ending.text("why", ""))
                        : new Ending(Ending.Kind.COMPLETED, "the file does not say why"),
                r.objectOrEmpty("options").textsByName(),
                r.texts("notes"),
                timeline(r.objectOrEmpty("timeline")),
                MoreMembers.lifetime(r),
                ComparisonMembers.comparison(r));
    }

    static Map<ErrorKind, Long> errorKinds(Members kinds) {
        Map<ErrorKind, Long> counts = new EnumMap<>(ErrorKind.class);
        for (ErrorKind kind : ErrorKind.values()) {
            if (kinds.has(kind.label())) {
                counts.put(kind, kinds.count(kind.label()));
            }
        }
        return counts;
    }

    static InstanceLoad instance(Members load) {
        return new InstanceLoad(
                load.text("id"),
                load.count("requests"),
                load.count("sessions"),
                load.number("share"),
                load.number("expectedShare"),
                load.count("errors"),
                load.latency("latencyMillis"),
                load.interval("shareInterval"));
    }

    static Stickiness stickiness(Members s) {
        Map<MoveCause, Long> moves = new EnumMap<>(MoveCause.class);
        Members causes = s.object("moves");
        for (MoveCause cause : MoveCause.values()) {
            long count = causes.count(cause.label(), 0);
            if (count > 0) {
                moves.put(cause, count);
            }
        }
        return new Stickiness(
                s.count("sessionsJudged"),
                s.count("sessionsMoved"),
                s.count("sessionsFailed"),
                s.count("sessionsUnresolved", 0),
                s.number("failureRate"),
                s.interval("failureRateInterval"),
                s.small("requestsPerSession"),
                s.count("switches"),
                s.number("switchRate"),
                s.number("chanceCorrected"),
                moves,
                accepted(s.texts("acceptedMoves")),
                AttributionMembers.episodes(s.objectOrEmpty("episodes")),
                s.has("attribution") ? AttributionMembers.attribution(s.object("attribution")) : Attribution.NONE,
                MoreMembers.duration(s));
    }

    private static Set<MoveCause> accepted(List<String> labels) {
        Set<MoveCause> accepted = EnumSet.noneOf(MoveCause.class);
        for (String label : labels) {
            MoveCause cause = MoreMembers.labelled(MoveCause.values(), MoveCause::label, label);
            if (cause != null) {
                accepted.add(cause);
            }
        }
        return accepted;
    }

    static Distribution distribution(Members d) {
        long units = d.count("units");
        Distribution judged = new Distribution(
                d.meant(
                        "unit",
                        text -> MoreMembers.labelled(Distribution.Unit.values(), Distribution.Unit::label, text),
                        "assignment or request"),
                units,
                d.has("effectiveUnits") ? d.known("effectiveUnits") : units,
                d.number("variance"),
                d.number("coefficientOfVariation"),
                d.interval("coefficientOfVariationInterval"),
                d.number("adjustedCoefficientOfVariation"),
                d.number("maxDeviation"),
                d.number("chiSquare"),
                d.small("degreesOfFreedom"),
                d.number("pValue"),
                d.number("jainIndex"),
                d.flag("declared", true),
                d.texts("missingInstances"),
                d.texts("undeclaredInstances"));
        return MoreMembers.load(judged, d);
    }

    private static Connections connections(Members c) {
        return c.has("policy")
                ? new Connections(
                        c.meant(
                                "policy",
                                text -> MoreMembers.labelled(ConnectionPolicy.values(), ResultJson::label, text),
                                "pooled, per-session or fresh"),
                        c.count("distinct"),
                        c.count("contrary"))
                : new Connections(ConnectionPolicy.POOLED, 0, 0);
    }

    /// Null for a reason that only a newer version knows.
    private static @Nullable RefusedCookie refused(Members cookie) {
        CookieRefusal.Reason reason =
                MoreMembers.labelled(CookieRefusal.Reason.values(), CookieRefusal.Reason::name, cookie.text("reason"));
        return reason == null
                ? null
                : new RefusedCookie(new CookieRefusal(cookie.text("name"), reason), cookie.count("count"));
    }

    private static Check check(Members check) {
        return new Check(
                check.text("name"),
                check.number("observed"),
                check.interval("interval"),
                check.number("limit"),
                check.meant("outcome", ResultMembers::verdict, "pass, fail or inconclusive"),
                check.text("why"));
    }

    private static Timeline timeline(Members timeline) {
        List<Timeline.Evidence> evidence = timeline.list(
                "evidence",
                point -> new Timeline.Evidence(
                        point.count("sessions"), logarithm(point, "pass"), logarithm(point, "fail")));
        return new Timeline(
                timeline.texts("instances"),
                timeline.texts("sessions"),
                timeline.flag("thinned", false),
                evidence,
                timeline.count("spanMillis", 0),
                timeline.texts("times"));
    }

    // Infinite ones are written as null.
    private static double logarithm(Members point, String name) {
        Double value = point.number(name);
        return value == null ? Double.NaN : value;
    }

    private static @Nullable Verdict verdict(String label) {
        return MoreMembers.labelled(Verdict.values(), Verdict::label, label);
    }

    private static @Nullable Expectation expectation(String label) {
        return MoreMembers.labelled(Expectation.values(), ResultJson::label, label);
    }

    private static Ending.@Nullable Kind ending(String label) {
        return MoreMembers.labelled(Ending.Kind.values(), ResultJson::label, label);
    }
}
