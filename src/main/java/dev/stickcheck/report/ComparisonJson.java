package dev.stickcheck.report;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ArmResult;
import dev.stickcheck.model.ArmTime;
import dev.stickcheck.model.BlockTimes;
import dev.stickcheck.model.Change;
import dev.stickcheck.model.Comparison;
import dev.stickcheck.model.Comparison.Noise;
import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.RankComparison;
import dev.stickcheck.model.Recommendation;
import dev.stickcheck.model.Rule;
import dev.stickcheck.model.Speedup;
import dev.stickcheck.model.Trait;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// The members of a result that only a comparison has.
final class ComparisonJson {
    private final JsonFields json;
    private final ResultJson result;

    ComparisonJson(JsonFields json, ResultJson result) {
        this.json = json;
        this.result = result;
    }

    void write(Comparison c) throws IOException {
        json.object("arms", () -> {
            json.object("on", () -> arm(c.on()));
            json.object("off", () -> arm(c.off()));
        });
        speedups("improvement", c.service());
        recommendation(c.recommendation());
        json.object("comparison", () -> {
            json.text("contrast", label(c.contrast()));
            json.number("confidence", c.confidence());
            json.whole("blocksPlanned", c.planned());
            json.list("blocks", c.blocks(), this::block);
            speedups("responseImprovement", c.response());
            change("cacheHitRate", c.cacheHits());
            change("databaseQueries", c.queries());
            RankComparison ranks = c.ranks();
            json.number("typicalImprovement", ranks == null ? null : ranks.shift());
            json.number("fasterShare", ranks == null ? null : ranks.faster());
            Noise noise = c.noise();
            json.object("noiseFloor", () -> {
                json.number("p50", noise == null ? null : noise.p50());
                json.number("p95", noise == null ? null : noise.p95());
            });
        });
    }

    private void arm(ArmResult arm) throws IOException {
        json.whole("requests", arm.requests());
        json.whole("errors", arm.errors());
        json.latency("latencyMillis", arm.latency());
        json.list("instances", arm.instances(), result::instance);
        json.number("cacheHitRate", arm.cacheHitRate());
        json.number("databaseQueriesPerRequest", arm.databaseQueriesPerRequest());
        json.whole("sessions", arm.sessions());
        json.whole("sessionsLost", arm.sessionsLost());
        json.whole("unidentified", arm.unidentified());
        json.number("cookieBytesPerRequest", arm.cookieBytesPerRequest());
        json.object("errorKinds", () -> result.errorKinds(arm.errorKinds()));
        json.latency("responseMillis", arm.response());
        json.latency("firstMillis", arm.first());
        json.object("stickiness", () -> result.stickiness(arm.stickiness()));
        json.object("distribution", () -> result.distribution(arm.distribution()));
    }

    private void speedups(String name, List<Speedup> speedups) throws IOException {
        json.object(name, () -> {
            for (Speedup speedup : speedups) {
                json.object(speedup.name(), () -> speedup(speedup));
            }
        });
    }

    private void speedup(Speedup speedup) throws IOException {
        json.number("estimate", speedup.estimate());
        json.interval("interval", speedup.interval());
        json.text("outcome", speedup.gain().label());
        json.text("why", speedup.why());
        Integer more = speedup.additionalBlocks();
        if (more == null) {
            json.number("additionalBlocks", null);
        } else {
            json.whole("additionalBlocks", more);
        }
        json.interval("blockwiseInterval", speedup.blockwise());
        json.number("signFlipPValue", speedup.signFlip());
        json.number("designEffect", speedup.designEffect());
        time("on", speedup.on());
        time("off", speedup.off());
    }

    private void time(String name, ArmTime time) throws IOException {
        json.object(name, () -> {
            json.number("millis", time.value());
            json.interval("interval", time.interval());
            json.number("smoothMillis", time.smooth());
        });
    }

    private void recommendation(Recommendation recommendation) throws IOException {
        json.object("recommendation", () -> {
            json.text("affinity", recommendation.affinity().label());
            json.text("why", recommendation.why());
            json.list("rules", recommendation.rules(), this::rule);
            json.list("scenarios", recommendation.scenarios(), this::rule);
            json.texts(
                    "asked", recommendation.asked().stream().map(Trait::label).toList());
        });
    }

    private void rule(Rule rule) throws IOException {
        json.object(() -> {
            json.text("name", rule.name());
            json.text("standing", rule.standing().label());
            json.text("advice", rule.advice());
            json.text("why", rule.why());
        });
    }

    private void block(BlockTimes block) throws IOException {
        json.object(() -> {
            json.whole("number", block.number());
            json.text("first", block.first() == Arm.ON ? "on" : "off");
            json.latency("on", block.on());
            json.latency("off", block.off());
        });
    }

    private void change(String name, Change change) throws IOException {
        json.object(name, () -> {
            json.number("estimate", change.estimate());
            json.interval("interval", change.interval());
        });
    }

    static String label(Contrast contrast) {
        return contrast.name().toLowerCase(Locale.ROOT);
    }
}
