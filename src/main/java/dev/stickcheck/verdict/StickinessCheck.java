package dev.stickcheck.verdict;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.Stickiness;
import dev.stickcheck.model.Thresholds;
import dev.stickcheck.model.Verdict;
import dev.stickcheck.statistics.Decision;
import dev.stickcheck.statistics.Findings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Do sessions stay on their instance?
final class StickinessCheck {
    private StickinessCheck() {}

    static Check of(Findings findings, Thresholds thresholds) {
        Stickiness seen = findings.stickiness();
        Verdict outcome = outcome(findings);
        return new Check(
                "stickiness-failures",
                seen.failureRate(),
                seen.failureRateInterval(),
                thresholds.maxStickinessFailures(),
                outcome,
                why(findings, thresholds, outcome));
    }

    private static Verdict outcome(Findings findings) {
        if (oneInstance(findings)) {
            return Verdict.INCONCLUSIVE;
        }
        return switch (findings.stickinessDecision()) {
            case PASS -> Verdict.PASS;
            case FAIL -> Verdict.FAIL;
            case UNDECIDED -> Verdict.INCONCLUSIVE;
        };
    }

    // With one instance nothing can move: sticking would be an empty word (STATISTICS, trap 3).
    private static boolean oneInstance(Findings findings) {
        return findings.stickinessDecision() != Decision.FAIL
                && findings.instances().stream()
                                .filter(instance -> instance.requests() > 0)
                                .count()
                        < 2;
    }

    private static String why(Findings findings, Thresholds thresholds, Verdict outcome) {
        Stickiness seen = findings.stickiness();
        String sessions = Words.count(seen.sessionsJudged(), "session");
        if (seen.sessionsJudged() == 0) {
            return "no session came to its end with two answers of a known instance";
        }
        String failed =
                seen.sessionsFailed() + " of " + sessions + " moved to another instance without an accepted cause";
        String limit = Words.percent(thresholds.maxStickinessFailures());
        Interval interval = seen.failureRateInterval();
        return switch (outcome) {
            case PASS ->
                failed + "; at " + Words.percent(thresholds.confidence()) + " confidence at most "
                        + Words.percent(high(interval)) + " do (limit " + limit + ")";
            case FAIL ->
                failed + lost(seen.moves()) + "; at " + Words.percent(thresholds.confidence()) + " confidence at least "
                        + Words.percent(low(interval)) + " do (limit " + limit + ")";
            case INCONCLUSIVE ->
                oneInstance(findings)
                        ? "only one instance answered, so a session had nowhere to move: stickiness cannot be told"
                        : failed + unresolved(seen) + undecided(seen, limit, thresholds);
        };
    }

    private static String lost(Map<MoveCause, Long> moves) {
        long lost = moves.getOrDefault(MoveCause.CLIENT_LOST_COOKIE, 0L);
        return lost == 0 ? "" : " (" + Words.count(lost, "move") + " because the cookie can never be sent back)";
    }

    private static String unresolved(Stickiness seen) {
        return seen.sessionsUnresolved() == 0
                ? ""
                : ", and " + seen.sessionsUnresolved() + " more moved for a cause that could not be told";
    }

    private static String undecided(Stickiness seen, String limit, Thresholds thresholds) {
        if (seen.episodes().decisive()) {
            return ", but without a single episode this would be no failure: run it again to see whether it comes back";
        }
        Interval interval = seen.failureRateInterval();
        if (interval != null && !interval.contains(thresholds.maxStickinessFailures())) {
            return ": too few sessions for a verdict";
        }
        return ", which leaves the true rate between " + Words.percent(low(interval)) + " and "
                + Words.percent(high(interval)) + ", on both sides of the limit " + limit;
    }

    private static double low(@Nullable Interval interval) {
        return interval == null ? 0 : interval.low();
    }

    private static double high(@Nullable Interval interval) {
        return interval == null ? 1 : interval.high();
    }
}
