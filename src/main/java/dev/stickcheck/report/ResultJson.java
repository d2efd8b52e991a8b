package dev.stickcheck.report;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.RefusedCookie;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Stickiness;
import dev.stickcheck.model.Text;
import dev.stickcheck.model.Timeline;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The members of a result, in the contract's order, what goes beyond it among them.
final class ResultJson {
    static final String SCHEMA = "stickcheck/result/1";

    private final JsonFields json;
    private final MoreJson more;

    ResultJson(JsonFields json) {
        this.json = json;
        this.more = new MoreJson(json);
    }

    void write(Result r) throws IOException {
        json.object(() -> {
            head(r);
            counts(r);
            json.list("instances", r.instances(), this::instance);
            json.object("stickiness", () -> stickiness(r.stickiness()));
            json.object("distribution", () -> distribution(r.distribution()));
            json.latency("latencyMillis", r.latency());
            json.latency("responseMillis", r.response());
            json.object("connections", () -> {
                json.text("policy", label(r.connections().policy()));
                json.whole("distinct", r.connections().distinct());
                json.whole("contrary", r.connections().contrary());
            });
            json.list("refusedCookies", r.refusedCookies(), this::refused);
            json.list("checks", r.checks(), this::check);
            json.text("verdict", r.verdict().label());
            json.object("ending", () -> {
                json.text("kind", label(r.ending().kind()));
                json.text("why", r.ending().why());
            });
            more.lifetime(r.lifetime());
            json.texts("notes", r.notes());
            json.object("options", () -> {
                for (Map.Entry<String, String> option : r.options().entrySet()) {
                    // Readers are strict about names: no half of a pair, no endless one.
                    json.text(Text.inert(option.getKey(), 100), option.getValue());
                }
            });
            json.object("timeline", () -> timeline(r.timeline()));
            if (r.comparison() != null) {
                new ComparisonJson(json, this).write(r.comparison());
            }
        });
    }

    private void head(Result r) throws IOException {
        json.text("schema", SCHEMA);
        json.text("command", r.command());
        json.text("version", r.version());
        json.text("target", r.target());
        json.text("startedAt", r.startedAt().toString());
        json.whole("durationMillis", r.duration().toMillis());
        json.whole("seed", r.seed());
        json.text("expectation", label(r.expectation()));
        json.number("confidence", r.confidence());
        json.text("summary", r.summary());
    }

    private void counts(Result r) throws IOException {
        json.whole("sessions", r.sessions());
        json.whole("requests", r.requests());
        json.whole("assignments", r.assignments());
        json.whole("errors", r.errors());
        json.whole("unidentified", r.unidentified());
        json.number("cookieBytesPerRequest", r.cookieBytesPerRequest());
        json.object("errorKinds", () -> errorKinds(r.errorKinds()));
    }

    void errorKinds(Map<ErrorKind, Long> kinds) throws IOException {
        for (ErrorKind kind : ErrorKind.values()) {
            Long count = kinds.get(kind);
            if (count != null) {
                json.whole(kind.label(), count);
            }
        }
    }

    void instance(InstanceLoad load) throws IOException {
        json.object(() -> {
            json.text("id", load.id());
            json.whole("requests", load.requests());
            json.whole("sessions", load.sessions());
            json.number("share", load.share());
            json.number("expectedShare", load.expectedShare());
            json.whole("errors", load.errors());
            json.latency("latencyMillis", load.latency());
            json.interval("shareInterval", load.shareInterval());
        });
    }

    void stickiness(Stickiness s) throws IOException {
        json.whole("sessionsJudged", s.sessionsJudged());
        json.whole("sessionsMoved", s.sessionsMoved());
        json.whole("sessionsFailed", s.sessionsFailed());
        json.whole("sessionsUnresolved", s.sessionsUnresolved());
        json.number("failureRate", s.failureRate());
        json.interval("failureRateInterval", s.failureRateInterval());
        json.whole("requestsPerSession", s.requestsPerSession());
        json.whole("switches", s.switches());
        json.number("switchRate", s.switchRate());
        json.number("chanceCorrected", s.chanceCorrected());
        json.object("moves", () -> {
            for (MoveCause cause : MoveCause.values()) {
                json.whole(cause.label(), s.moves().getOrDefault(cause, 0L));
            }
        });
        json.texts(
                "acceptedMoves",
                Stream.of(MoveCause.values())
                        .filter(s.accepted()::contains)
                        .map(MoveCause::label)
                        .toList());
        AttributionJson attribution = new AttributionJson(json);
        json.object("episodes", () -> attribution.episodes(s.episodes()));
        json.object("attribution", () -> attribution.attribution(s.attribution()));
        more.duration(s.duration());
    }

    void distribution(Distribution d) throws IOException {
        json.text("unit", d.unit().label());
        json.whole("units", d.units());
        json.number("effectiveUnits", d.effectiveUnits());
        json.number("variance", d.variance());
        json.number("coefficientOfVariation", d.coefficientOfVariation());
        json.interval("coefficientOfVariationInterval", d.coefficientOfVariationInterval());
        json.number("adjustedCoefficientOfVariation", d.adjustedCoefficientOfVariation());
        json.number("maxDeviation", d.maxDeviation());
        json.number("chiSquare", d.chiSquare());
        json.whole("degreesOfFreedom", d.degreesOfFreedom());
        json.number("pValue", d.pValue());
        json.number("jainIndex", d.jainIndex());
        json.flag("declared", d.declared());
        json.texts("missingInstances", d.missingInstances());
        json.texts("undeclaredInstances", d.undeclaredInstances());
        more.load(d);
    }

    private void refused(RefusedCookie cookie) throws IOException {
        json.object(() -> {
            json.text("name", cookie.refusal().name());
            json.text("reason", cookie.refusal().reason().name());
            json.text("text", cookie.refusal().reason().text());
            json.whole("count", cookie.count());
        });
    }

    private void check(Check check) throws IOException {
        json.object(() -> {
            json.text("name", check.name());
            json.number("observed", check.observed());
            json.interval("interval", check.interval());
            json.number("limit", check.limit());
            json.text("outcome", check.outcome().label());
            json.text("why", check.why());
        });
    }

    private void timeline(Timeline timeline) throws IOException {
        json.texts("instances", timeline.instances());
        json.texts("sessions", timeline.sessions());
        json.flag("thinned", timeline.thinned());
        json.list(
                "evidence",
                timeline.evidence(),
                evidence -> json.object(() -> {
                    json.whole("sessions", evidence.sessions());
                    json.number("pass", evidence.pass());
                    json.number("fail", evidence.fail());
                }));
        json.whole("spanMillis", timeline.spanMillis());
        json.texts("times", timeline.times());
    }

    /// The command line's own words.
    static String label(ConnectionPolicy policy) {
        return switch (policy) {
            case POOLED -> "pooled";
            case PER_SESSION -> "per-session";
            case FRESH -> "fresh";
        };
    }

    static String label(Ending.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String label(Expectation expectation) {
        return expectation.name().toLowerCase(Locale.ROOT);
    }
}
