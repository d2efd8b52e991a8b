package dev.stickcheck.report;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Latency;
import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Stickiness;
import dev.stickcheck.model.Text;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Results as OpenMetrics 1.0 text, for a push gateway, a collector of text files or an archive.
///
/// Everything is a gauge, for a run's counts start anew with each run. Unknown is no sample. Instances are told by
/// `instance_id`, because `instance` is the name that a scrape gives to whom it asked.
public final class OpenMetricsReport {
    private static final int LONGEST = 200;
    private static final int MOST_INSTANCES = 1_000;

    private final Families families;
    private final Labels run;

    private OpenMetricsReport(Families families, Labels run) {
        this.families = families;
        this.run = run;
    }

    /// Writes the results of all targets, told apart by the label `target`, and leaves the stream open.
    public static void write(List<Result> results, OutputStream out) throws IOException {
        Families families = new Families();
        DistinctNames targets = new DistinctNames(LONGEST);
        for (Result result : results) {
            new OpenMetricsReport(families, Labels.of("target", targets.of(result.target()))).result(result);
        }
        OpenMetricsTextFormatWriter.create().write(out, families.snapshots());
        out.flush();
    }

    private void result(Result r) {
        String ending = r.ending().kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        families.gauge(
                "run",
                "What was measured: always 1.",
                null,
                1.0,
                run.merge(Labels.of(
                        "command", Text.inert(r.command(), LONGEST),
                        "version", Text.inert(r.version(), LONGEST),
                        "expectation", r.expectation().name().toLowerCase(Locale.ROOT),
                        "ending", ending)));
        families.outcome("verdict", "Outcome of all checks together.", r.verdict(), run);
        seconds(
                "start_time",
                "When the run began, in seconds since 1970.",
                r.startedAt().toEpochMilli() / 1000.0,
                run);
        seconds("duration", "How long the run took.", r.duration().toMillis() / 1000.0, run);
        ratio("confidence", "One minus the probability of a wrong verdict.", r.confidence(), run);
        counts(r);
        DistinctNames names = new DistinctNames(LONGEST);
        r.checks().forEach(check -> check(check, run.add("check", names.of(check.name()))));
        stickiness(r.stickiness());
        load(r.distribution());
        latencies("latency", "Response time from the sending.", r.latency(), run);
        latencies("response", "Response time from the intended sending.", r.response(), run);
        DistinctNames ids = new DistinctNames(LONGEST);
        r.instances().stream()
                .limit(MOST_INSTANCES)
                .forEach(load -> instance(load, run.add("instance_id", ids.of(load.id()))));
    }

    private void counts(Result r) {
        count("sessions", "Sessions that kept their cookies.", r.sessions(), run);
        count("requests", "Requests sent.", r.requests(), run);
        count("assignments", "First answers whose instance is known.", r.assignments(), run);
        count("errors", "Requests without an answer, or with status 400 or above.", r.errors(), run);
        count("unidentified", "Answers that did not tell their instance.", r.unidentified(), run);
        for (ErrorKind kind : ErrorKind.values()) {
            Long count = r.errorKinds().get(kind);
            if (count != null) {
                count("errors_by_kind", "Errors by their kind.", count, run.add("kind", kind.label()));
            }
        }
        families.gauge(
                "request_cookie", "Mean size of the cookies of a request.", Unit.BYTES, r.cookieBytesPerRequest(), run);
    }

    private void check(Check check, Labels labels) {
        families.outcome("check_outcome", "Outcome of one check.", check.outcome(), labels);
        @Nullable
        Unit unit = switch (check.name()) {
            case "p95" -> Unit.SECONDS;
            case "instances" -> null;
            default -> Unit.RATIO;
        };
        Interval interval = check.interval();
        double scale = Unit.SECONDS.equals(unit) ? 1000 : 1;
        gauge("check_observed", "What a check saw.", unit, check.observed(), scale, labels);
        gauge("check_limit", "The limit of a check.", unit, check.limit(), scale, labels);
        gauge("check_low", "Least plausible value.", unit, interval == null ? null : interval.low(), scale, labels);
        gauge("check_high", "Largest plausible value.", unit, interval == null ? null : interval.high(), scale, labels);
    }

    private void gauge(
            String name, String help, @Nullable Unit unit, @Nullable Double value, double scale, Labels labels) {
        families.gauge(name, help, unit, value == null ? null : value / scale, labels);
    }

    private void stickiness(Stickiness s) {
        count("sessions_judged", "Sessions with at least two answers of known instances.", s.sessionsJudged(), run);
        count("sessions_moved", "Judged sessions that saw another instance, for any cause.", s.sessionsMoved(), run);
        count("sessions_failed", "Judged sessions that moved without accepted cause.", s.sessionsFailed(), run);
        ratio("session_failure", "Share of judged sessions that failed.", s.failureRate(), run);
        count("switches", "Answers from another instance than the one before.", s.switches(), run);
        ratio("switch", "Switches per pair of consecutive answers.", s.switchRate(), run);
        ratio("stickiness_beyond_chance", "Agreement beyond that of chance.", s.chanceCorrected(), run);
        for (MoveCause cause : MoveCause.values()) {
            count("moves", "Moves by cause.", s.moves().getOrDefault(cause, 0L), run.add("cause", cause.label()));
        }
    }

    private void load(Distribution d) {
        ratio("load_variation", "Coefficient of variation of the load.", d.coefficientOfVariation(), run);
        ratio("load_deviation", "Largest deviation of an instance from its share.", d.maxDeviation(), run);
        families.gauge("load_evenness_p_value", "Of the test of evenness.", null, d.pValue(), run);
        families.gauge("load_jain_index", "Jain's index of fairness.", null, d.jainIndex(), run);
        count(
                "instances_missing",
                "Declared instances that never answered.",
                d.missingInstances().size(),
                run);
    }

    private void instance(InstanceLoad load, Labels labels) {
        count("instance_requests", "Requests that an instance answered.", load.requests(), labels);
        count("instance_sessions", "Sessions that began on an instance.", load.sessions(), labels);
        count("instance_errors", "Errors that an instance answered.", load.errors(), labels);
        ratio("instance_share", "Share of the load.", load.share(), labels);
        ratio("instance_expected_share", "Share of the load that was expected.", load.expectedShare(), labels);
        latencies("instance_latency", "Response time by instance.", load.latency(), labels);
    }

    private void latencies(String name, String help, Latency latency, Labels labels) {
        families.quantiles(name, help, latency, labels);
        gauge(name + "_max", help + " The longest.", Unit.SECONDS, latency.max(), 1000, labels);
    }

    private void count(String name, String help, long count, Labels labels) {
        families.gauge(name, help, null, (double) count, labels);
    }

    private void ratio(String name, String help, @Nullable Double value, Labels labels) {
        families.gauge(name, help, Unit.RATIO, value, labels);
    }

    private void seconds(String name, String help, double value, Labels labels) {
        families.gauge(name, help, Unit.SECONDS, value, labels);
    }
}
