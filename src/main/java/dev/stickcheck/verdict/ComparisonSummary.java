package dev.stickcheck.verdict;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Recommendation;
import dev.stickcheck.model.Trial;
import dev.stickcheck.model.Verdict;
import java.util.List;
import java.util.Optional;

/// The answer of a comparison in one sentence.
final class ComparisonSummary {
    private ComparisonSummary() {}

    static String of(Trial trial, List<Check> checks, Recommendation recommendation) {
        if (trial.ending().nothingMeasured()) {
            return "Nothing could be measured: " + trial.ending().why() + ".";
        }
        String advice = recommendation.affinity().text() + ": " + recommendation.why() + early(trial) + ".";
        Optional<Check> failed =
                checks.stream().filter(check -> check.outcome() == Verdict.FAIL).findFirst();
        return failed.map(check -> failure(check) + check.why() + ". " + advice).orElse(advice);
    }

    private static String failure(Check check) {
        return switch (check.name()) {
            case "improvement" -> "Too little improvement: ";
            case "stickiness-failures" -> "Sessions do not stick with affinity: ";
            case "imbalance" -> "The load is not even with affinity: ";
            case "instances" -> "A declared instance is missing: ";
            case "errors" -> "Too many requests fail: ";
            default -> "Answers are too slow with affinity: ";
        };
    }

    private static String early(Trial trial) {
        return trial.ending().kind() == Ending.Kind.INTERRUPTED
                ? " (interrupted: " + trial.blocks().size() + " of " + trial.planned() + " blocks were finished)"
                : "";
    }
}
