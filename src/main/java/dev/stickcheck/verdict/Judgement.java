package dev.stickcheck.verdict;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Thresholds;
import dev.stickcheck.model.Verdict;
import dev.stickcheck.statistics.Findings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The checks that an expectation gates, held against findings.
///
/// @param checks in the order of their weight
/// @param summary the verdict in one sentence
public record Judgement(List<Check> checks, Verdict verdict, String summary) {

    public static Judgement of(
            Findings findings, Ending ending, Expectation expectation, Instances declared, Thresholds thresholds) {
        List<Check> checks = new ArrayList<>();
        if (expectation == Expectation.STICKY) {
            checks.add(StickinessCheck.of(findings, thresholds));
        }
        if (expectation != Expectation.ANY) {
            checks.add(ImbalanceCheck.of(findings, thresholds, stoppedEarly(checks, ending)));
        }
        if (!(declared instanceof Instances.Undeclared)) {
            checks.add(InstancesCheck.of(findings));
        }
        checks.add(ErrorsCheck.of(findings, thresholds));
        if (thresholds.maxP95() != null) {
            checks.add(P95Check.of(findings, thresholds.maxP95()));
        }
        Verdict verdict = ending.nothingMeasured()
                ? Verdict.INCONCLUSIVE
                : Verdict.of(checks.stream().map(Check::outcome).toList());
        return new Judgement(List.copyOf(checks), verdict, Summary.of(findings, ending, expectation, checks, verdict));
    }

    private static @Nullable String stoppedEarly(List<Check> before, Ending ending) {
        boolean failed = before.stream().anyMatch(check -> check.outcome() == Verdict.FAIL);
        return failed && ending.kind() == Ending.Kind.DECIDED
                ? "the probe ended when a check had failed; --complete goes on"
                : null;
    }
}
