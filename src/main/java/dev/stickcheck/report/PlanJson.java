package dev.stickcheck.report;

import dev.stickcheck.model.Question;
import dev.stickcheck.model.Question.Budget;
import dev.stickcheck.statistics.Price;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// A price as JSON of the schema `stickcheck/plan/1` (`plan-1.json` among the resources), for programs.
public final class PlanJson {
    private final JsonFields json;

    private PlanJson(JsonFields json) {
        this.json = json;
    }

    /// Writes one price and leaves the stream open.
    public static void write(Question question, Price price, OutputStream out) throws IOException {
        JsonFields json = new JsonFields(out);
        json.object(() -> new PlanJson(json).members(question, price));
        json.end();
        out.flush();
    }

    private void members(Question q, Price p) throws IOException {
        json.text("schema", "stickcheck/plan/1");
        json.object("question", () -> question(q));
        json.object("sessions", () -> {
            json.number("expected", p.sessions().expected());
            whole("p95", p.sessions().p95());
            whole("fixed", p.sessions().fixed());
            whole("atPower", p.sessions().atPower());
            json.number("power", p.sessions().power());
        });
        json.whole("assignments", p.assignments());
        json.whole("assignmentsToSeeAll", p.assignmentsToSeeAll());
        json.whole("mechanismRequests", p.mechanism());
        if (p.latency() != null) {
            Price.Latency latency = p.latency();
            json.object("latency", () -> latency(latency));
        }
        whole("requests", p.requests());
        json.number("seconds", p.seconds());
        if (p.affordable() != null) {
            Price.Affordable affordable = p.affordable();
            json.object("budget", () -> affordable(q, affordable));
        }
        json.texts("notes", PlanText.notes(q, p));
    }

    private void question(Question q) throws IOException {
        json.number("maxStickinessFailures", q.thresholds().maxStickinessFailures());
        json.number("trueRate", q.trueRate());
        json.number("power", q.power());
        json.number("confidence", q.thresholds().confidence());
        json.number("maxImbalance", q.thresholds().maxImbalance());
        json.numbers("shares", q.shares());
        json.whole("requestsPerSession", q.requestsPerSession());
        json.number("rate", q.rate());
        json.whole("concurrency", q.concurrency());
        json.number(
                "latencyMillis",
                q.latency() == null ? null : Double.valueOf(q.latency().toNanos() / 1e6));
        json.number("thinkTimeMillis", q.thinkTime().toNanos() / 1e6);
    }

    private void latency(Price.Latency latency) throws IOException {
        json.whole("p50", latency.p50());
        json.whole("p95", latency.p95());
        json.whole("p99", latency.p99());
        json.whole("perArm", latency.perArm());
        json.whole("blocks", latency.blocks());
        json.number("power", latency.power());
    }

    private void affordable(Question q, Price.Affordable a) throws IOException {
        json.number(
                "seconds", q.budget() instanceof Budget.Time(var time) ? Double.valueOf(time.toNanos() / 1e9) : null);
        json.whole("requests", a.requests());
        json.whole("sessions", a.sessions());
        json.whole("assignments", a.assignments());
        whole("passUpTo", a.passUpTo() < 0 ? null : a.passUpTo());
        whole("failFrom", a.failFrom());
        json.number("passesBelow", a.passesBelow());
        json.number("failsAbove", a.failsAbove());
        json.number("smallestLimit", a.smallestLimit());
        json.number("evenUpTo", a.evenUpTo());
        json.number("unevenFrom", a.unevenFrom());
        json.number("smallestImbalance", a.smallestImbalance());
        json.number("improvement", a.improvement());
    }

    private void whole(String name, @Nullable Long number) throws IOException {
        if (number == null) {
            json.number(name, null);
        } else {
            json.whole(name, number);
        }
    }
}
