package dev.stickcheck.verdict;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Text;
import dev.stickcheck.model.Verdict;
import dev.stickcheck.statistics.Findings;
import java.util.List;
import java.util.stream.Collectors;

/// Did every declared instance answer?
final class InstancesCheck {
    private InstancesCheck() {}

    static Check of(Findings findings) {
        List<String> missing = findings.distribution().missingInstances();
        Verdict outcome =
                missing.isEmpty() ? Verdict.PASS : findings.missingDecided() ? Verdict.FAIL : Verdict.INCONCLUSIVE;
        return new Check(
                "instances", (double) findings.missingInstances(), null, 0.0, outcome, why(findings, missing, outcome));
    }

    private static String why(Findings findings, List<String> missing, Verdict outcome) {
        String names = missing.stream().limit(10).map(id -> Text.inert(id, 40)).collect(Collectors.joining(", "));
        String assignments = Words.count(findings.assignments(), "assignment");
        return switch (outcome) {
            case PASS -> "every declared instance answered";
            case FAIL ->
                names + " never answered in " + assignments + "; a living instance would have with 99 % probability";
            case INCONCLUSIVE ->
                "no answer yet from " + names + ", but " + assignments + (findings.assignments() == 1 ? " is" : " are")
                        + " too few to say that none ever comes";
        };
    }
}
