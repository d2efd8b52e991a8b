package dev.stickcheck.verdict;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Thresholds;
import dev.stickcheck.model.Verdict;
import dev.stickcheck.statistics.ExactInterval;
import dev.stickcheck.statistics.Findings;

/// Did too many requests fail? What happened is compared, not what it may stand for.
final class ErrorsCheck {
    private ErrorsCheck() {}

    static Check of(Findings findings, Thresholds thresholds) {
        long requests = findings.requests();
        long errors = findings.errors();
        if (requests == 0) {
            return new Check("errors", null, null, thresholds.maxErrors(), Verdict.INCONCLUSIVE, "nothing was sent");
        }
        double rate = (double) errors / requests;
        Verdict outcome = rate <= thresholds.maxErrors() ? Verdict.PASS : Verdict.FAIL;
        String why = errors + " of " + Words.count(requests, "request") + " failed, "
                + (outcome == Verdict.PASS ? "within" : "above") + " the limit of "
                + Words.percent(thresholds.maxErrors());
        return new Check(
                "errors",
                rate,
                ExactInterval.interval(requests, errors, thresholds.alpha()),
                thresholds.maxErrors(),
                outcome,
                why);
    }
}
