package dev.stickcheck.verdict;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.ComparisonGates;
import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Recommendation;
import dev.stickcheck.model.Thresholds;
import dev.stickcheck.model.Verdict;
import dev.stickcheck.statistics.Decision;
import dev.stickcheck.statistics.Findings;
import dev.stickcheck.statistics.TrialFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The checks of a comparison, and what would make it worthless.
final class ArmsJudgement {
    private ArmsJudgement() {}

    /// What is gated is the arm with affinity; errors and missing instances are those of the worse arm.
    static List<Check> checks(
            Compared measured,
            TrialFindings findings,
            ComparisonGates gates,
            AffinityEvidence evidence,
            Recommendation advice) {
        Thresholds thresholds = measured.thresholds();
        List<Check> checks = new ArrayList<>();
        checks.add(
                ImprovementCheck.of(findings.service(), gates.minImprovement(), evidence, advice, thresholds.alpha()));
        if (gates.stickiness()) {
            checks.add(StickinessCheck.of(measured.on(), thresholds));
        }
        if (gates.imbalance()) {
            checks.add(ImbalanceCheck.of(measured.on(), thresholds, null));
        }
        missing(measured).ifPresent(checks::add);
        checks.add(ErrorsCheck.of(worse(measured), thresholds));
        if (thresholds.maxP95() != null) {
            checks.add(P95Check.of(findings.on().latency().p95(), thresholds.maxP95()));
        }
        return checks;
    }

    /// Of the arms whose instances are declared.
    private static Optional<Check> missing(Compared measured) {
        boolean on = !(measured.onInstances() instanceof Instances.Undeclared);
        boolean off = !(measured.offInstances() instanceof Instances.Undeclared);
        return Stream.of(on ? InstancesCheck.of(measured.on()) : null, off ? InstancesCheck.of(measured.off()) : null)
                .filter(Objects::nonNull)
                .reduce(ArmsJudgement::worse);
    }

    /// The one that decides both.
    static Check worse(Check on, Check off) {
        return on.outcome() == Verdict.of(List.of(on.outcome(), off.outcome())) ? on : off;
    }

    private static boolean onIsWorse(Compared measured) {
        return errorRate(measured.on()) >= errorRate(measured.off());
    }

    private static Findings worse(Compared measured) {
        return onIsWorse(measured) ? measured.on() : measured.off();
    }

    private static double errorRate(Findings arm) {
        return arm.requests() == 0 ? 0 : (double) arm.errors() / arm.requests();
    }

    /// Why nothing about affinity follows; null when something does.
    static @Nullable String flaw(Compared measured) {
        if (measured.trial().ending().nothingMeasured()) {
            return measured.trial().ending().why();
        }
        if (measured.trial().blocks().isEmpty()) {
            return "no block was finished in both arms";
        }
        Check errors = ErrorsCheck.of(worse(measured), measured.thresholds());
        if (errors.outcome() == Verdict.FAIL) {
            return (onIsWorse(measured) ? "with" : "without") + " affinity " + errors.why()
                    + ", and times of those that succeed say little";
        }
        if (measured.trial().contrast() == Contrast.NONE || known(measured) < 2) {
            return null;
        }
        if (measured.on().stickinessDecision() == Decision.FAIL) {
            return "sessions do not stick in the arm with affinity, so that something else was measured";
        }
        boolean bothStick = measured.on().stickinessDecision() == Decision.PASS
                && measured.off().stickinessDecision() == Decision.PASS;
        return bothStick ? "sessions stick without affinity too, so that the arms do not differ in it" : null;
    }

    /// Instances declared, or else seen, of the arm that has more of them.
    static int known(Compared measured) {
        return Math.max(known(measured.onInstances(), measured.on()), known(measured.offInstances(), measured.off()));
    }

    private static int known(Instances declared, Findings arm) {
        return switch (declared) {
            case Instances.Counted(int count) -> count;
            case Instances.Named(var shares) -> shares.size();
            case Instances.Undeclared() -> answering(arm);
        };
    }

    private static int answering(Findings arm) {
        return (int) arm.instances().stream()
                .filter(instance -> instance.requests() > 0)
                .count();
    }
}
