package dev.stickcheck.verdict;

import dev.stickcheck.model.Application;
import dev.stickcheck.model.ArmResult;
import dev.stickcheck.model.Check;
import dev.stickcheck.model.Comparison;
import dev.stickcheck.model.Comparison.Noise;
import dev.stickcheck.model.ComparisonGates;
import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.Recommendation;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Trial;
import dev.stickcheck.model.Verdict;
import dev.stickcheck.statistics.Findings;
import dev.stickcheck.statistics.TrialFindings;
import dev.stickcheck.statistics.TrialFindings.ArmFigures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Makes a result of a comparison's measurement.
public final class ComparisonResults {
    private ComparisonResults() {}

    /// The result of what was measured, held against its gates and advised for its application.
    ///
    /// @param random for the bootstrap
    public static Result of(
            Results.Run run,
            Compared measured,
            ComparisonGates gates,
            Application application,
            RandomGenerator random) {
        TrialFindings findings =
                TrialFindings.of(measured.trial(), measured.thresholds().alpha(), random);
        return of(run, measured, findings, gates, application);
    }

    /// The same with what its blocks say, where that is known.
    public static Result of(
            Results.Run run,
            Compared measured,
            TrialFindings findings,
            ComparisonGates gates,
            Application application) {
        double alpha = measured.thresholds().alpha();
        AffinityEvidence evidence = AffinityEvidence.of(
                measured.trial().contrast(),
                ArmsJudgement.flaw(measured),
                ArmsJudgement.known(measured),
                findings,
                alpha);
        Recommendation recommendation = Adviser.recommend(evidence, application);
        Comparison comparison = comparison(measured, findings, recommendation, alpha);
        List<Check> checks = ArmsJudgement.checks(measured, findings, gates, evidence, recommendation);
        return result(run, measured, findings, comparison, checks);
    }

    private static Comparison comparison(
            Compared measured, TrialFindings findings, Recommendation recommendation, double alpha) {
        Trial trial = measured.trial();
        return new Comparison(
                trial.contrast(),
                1 - 2 * alpha,
                findings.blocks(),
                trial.planned(),
                arm(measured.on(), findings.on()),
                arm(measured.off(), findings.off()),
                Speedups.of(findings.service(), alpha),
                Speedups.of(findings.response(), alpha),
                findings.ranks(),
                findings.cacheHits(),
                findings.queries(),
                noise(trial.contrast(), findings, alpha),
                recommendation);
    }

    private static @Nullable Noise noise(Contrast contrast, TrialFindings findings, double alpha) {
        return contrast == Contrast.NONE
                ? new Noise(
                        findings.service().get(0).halfWidth(alpha),
                        findings.service().get(1).halfWidth(alpha))
                : null;
    }

    private static ArmResult arm(Findings all, ArmFigures figures) {
        return new ArmResult(
                all.requests(),
                all.errors(),
                all.errorKinds(),
                all.unidentified(),
                all.sessionsLaunched(),
                figures.sessionsLost(),
                figures.latency(),
                figures.response(),
                figures.first(),
                all.instances(),
                all.stickiness(),
                all.distribution(),
                figures.cacheHitRate(),
                figures.databaseQueries(),
                all.cookieBytesPerRequest());
    }

    private static Result result(
            Results.Run run, Compared measured, TrialFindings findings, Comparison comparison, List<Check> checks) {
        Findings on = measured.on();
        Findings off = measured.off();
        Verdict verdict = measured.trial().ending().nothingMeasured()
                ? Verdict.INCONCLUSIVE
                : Verdict.of(checks.stream().map(Check::outcome).toList());
        List<String> notes = new ArrayList<>(run.notes());
        notes.addAll(ComparisonNotes.of(comparison));
        notes.addAll(Notes.of(on, Expectation.STICKY));
        return new Result(
                run.command(),
                run.version(),
                run.target(),
                run.startedAt(),
                run.duration(),
                measured.seed(),
                Expectation.STICKY,
                measured.thresholds().confidence(),
                ComparisonSummary.of(measured.trial(), checks, comparison.recommendation()),
                on.sessionsLaunched(),
                on.requests() + off.requests(),
                on.assignments() + off.assignments(),
                on.errors() + off.errors(),
                on.unidentified() + off.unidentified(),
                on.cookieBytesPerRequest(),
                both(on.errorKinds(), off.errorKinds()),
                on.instances(),
                on.stickiness(),
                on.distribution(),
                findings.on().latency(),
                findings.on().response(),
                on.connections(),
                on.refusedCookies(),
                checks,
                verdict,
                measured.trial().ending(),
                run.options(),
                notes,
                on.timeline(),
                null,
                comparison);
    }

    private static Map<ErrorKind, Long> both(Map<ErrorKind, Long> on, Map<ErrorKind, Long> off) {
        Map<ErrorKind, Long> sum = new EnumMap<>(ErrorKind.class);
        on.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        off.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return sum;
    }
}
