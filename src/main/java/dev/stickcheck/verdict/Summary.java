package dev.stickcheck.verdict;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.Verdict;
import dev.stickcheck.statistics.Findings;
import java.util.List;

/// The verdict in one sentence.
final class Summary {
    private Summary() {}

    static String of(Findings findings, Ending ending, Expectation expectation, List<Check> checks, Verdict verdict) {
        if (ending.nothingMeasured()) {
            return "Nothing could be measured: " + ending.why() + ".";
        }
        String because = first(checks, verdict).why();
        String early = switch (ending.kind()) {
            case INTERRUPTED -> " (interrupted before the end)";
            case SINGLE_INSTANCE -> " (" + ending.why() + ")";
            case BOUNDED -> " (" + ending.why() + ")";
            case DECIDED, COMPLETED, UNREACHABLE, NO_INSTANCE_ID, ID_PER_REQUEST -> "";
        };
        return switch (verdict) {
            case PASS -> passed(findings, expectation) + because + early + ".";
            case FAIL -> failed(checks) + because + early + ".";
            case INCONCLUSIVE -> "Not certain: " + because + early + ".";
        };
    }

    private static String passed(Findings findings, Expectation expectation) {
        return switch (expectation) {
            case STICKY -> "Sessions stick and the load is even: ";
            case SPREAD -> "The load is even: ";
            case ANY -> Words.count(findings.requests(), "request") + " measured, nothing gated has failed: ";
        };
    }

    private static String failed(List<Check> checks) {
        return switch (first(checks, Verdict.FAIL).name()) {
            case "stickiness-failures" -> "Sessions do not stick: ";
            case "imbalance" -> "The load is not even: ";
            case "instances" -> "A declared instance is missing: ";
            case "errors" -> "Too many requests fail: ";
            default -> "Answers are too slow: ";
        };
    }

    private static Check first(List<Check> checks, Verdict outcome) {
        return checks.stream()
                .filter(check -> check.outcome() == outcome)
                .findFirst()
                .orElseThrow();
    }
}
