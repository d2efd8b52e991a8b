package dev.stickcheck.report;

import dev.stickcheck.model.BalancingPolicy;
import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.LoadShape;
import dev.stickcheck.model.PinDuration;
import dev.stickcheck.model.PinLifetime;
import dev.stickcheck.model.RequestLoad;
import dev.stickcheck.model.UnseenLoad;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Members of a result that the contract leaves free: how long pins last, and what is shown of the load unjudged.
final class MoreJson {
    private final JsonFields json;

    MoreJson(JsonFields json) {
        this.json = json;
    }

    void duration(@Nullable PinDuration pins) throws IOException {
        if (pins == null) {
            json.nothing("duration");
            return;
        }
        json.object("duration", () -> {
            json.whole("sessions", pins.sessions());
            json.whole("ended", pins.ended());
            json.number("exposureSeconds", pins.exposureSeconds());
            json.number("endsPerSecond", pins.endsPerSecond());
            json.interval("endsPerSecondInterval", pins.endsPerSecondInterval());
            json.list("curve", pins.curve(), this::step);
        });
    }

    private void step(PinDuration.Step step) throws IOException {
        json.object(() -> {
            json.number("seconds", step.seconds());
            json.number("keptByLastAnswer", step.keptByLastAnswer());
            json.number("keptByMove", step.keptByMove());
        });
    }

    void load(Distribution d) throws IOException {
        json.interval("maxDeviationInterval", d.maxDeviationInterval());
        LoadShape shape = d.shape();
        json.number("gStatistic", shape == null ? null : Double.valueOf(shape.g()));
        json.number("pValueOfEvenness", shape == null ? null : Double.valueOf(shape.pLeft()));
        json.number("giniCoefficient", shape == null ? null : Double.valueOf(shape.gini()));
        json.number("entropy", shape == null ? null : Double.valueOf(shape.entropy()));
        json.number("totalVariation", shape == null ? null : Double.valueOf(shape.totalVariation()));
        requests(d.requestLoad());
        unseen(d.unseen());
        policy(d.policy());
    }

    private void requests(@Nullable RequestLoad load) throws IOException {
        if (load == null) {
            json.nothing("requestLevel");
            return;
        }
        json.object("requestLevel", () -> {
            json.whole("requests", load.requests());
            json.number("effectiveRequests", load.effectiveRequests());
            json.number("coefficientOfVariation", load.coefficientOfVariation());
            json.number("adjustedCoefficientOfVariation", load.adjustedCoefficientOfVariation());
            json.interval("coefficientOfVariationInterval", load.interval());
        });
    }

    private void unseen(@Nullable UnseenLoad unseen) throws IOException {
        if (unseen == null) {
            json.nothing("unseen");
            return;
        }
        json.object("unseen", () -> {
            json.number("coverage", unseen.coverage());
            json.number("estimatedInstances", unseen.estimatedInstances());
            json.number("longestShare", unseen.longestShare());
            json.whole("assignmentsToSeeAll", unseen.assignmentsToSeeAll());
        });
    }

    private void policy(@Nullable BalancingPolicy policy) throws IOException {
        if (policy == null) {
            json.nothing("policy");
            return;
        }
        json.object("policy", () -> {
            json.text("label", policy.label());
            json.text("words", policy.words());
            json.whole("assignments", policy.assignments());
            json.wholes(
                    "period",
                    policy.period().stream().mapToInt(Integer::intValue).toArray());
            json.number("runsZ", policy.runsZ());
        });
    }

    void lifetime(@Nullable PinLifetime found) throws IOException {
        if (found == null) {
            json.nothing("ttl");
            return;
        }
        json.object("ttl", () -> {
            json.text("kind", found.kind().label());
            json.number("keptSeconds", found.keptSeconds());
            json.number("lostSeconds", found.lostSeconds());
            json.text("renewal", found.renewal().label());
            json.whole("requests", found.requests());
            json.text("words", found.words());
            json.list(
                    "gaps",
                    found.gaps(),
                    gap -> json.object(() -> {
                        json.number("seconds", gap.seconds());
                        json.whole("kept", gap.kept());
                        json.whole("lost", gap.lost());
                    }));
        });
    }
}
