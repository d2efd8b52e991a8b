package dev.stickcheck.verdict;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Verdict;
import dev.stickcheck.statistics.Findings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Was the 95th percentile of the response time within its limit?
final class P95Check {
    private P95Check() {}

    static Check of(Findings findings, Duration most) {
        return of(findings.latency().p95(), most);
    }

    static Check of(@Nullable Double p95, Duration most) {
        double limit = most.toNanos() / 1e6;
        if (p95 == null) {
            return new Check("p95", null, null, limit, Verdict.INCONCLUSIVE, "no request was answered");
        }
        Verdict outcome = p95 <= limit ? Verdict.PASS : Verdict.FAIL;
        String why = "95 % of the answers came within " + Words.millis(p95) + ", "
                + (outcome == Verdict.PASS ? "within" : "above") + " the limit of " + Words.millis(limit);
        return new Check("p95", p95, null, limit, outcome, why);
    }
}
