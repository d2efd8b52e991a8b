package dev.stickcheck.verdict;

import dev.stickcheck.model.Interval;
import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.Text;
import dev.stickcheck.statistics.Findings;
import dev.stickcheck.statistics.Rebalance;
import java.util.List;

/// What moves tell of the balancer beside their causes (STATISTICS 1.3).
final class MoveNotes {
    private MoveNotes() {}

    static void add(Findings findings, List<String> notes) {
        if (findings.expiredAfter() != null) {
            notes.add(expired(
                    findings.expiredAfter(), findings.stickiness().moves().getOrDefault(MoveCause.EXPIRED, 0L)));
        }
        if (findings.rebalance() != null) {
            notes.add(rebalance(findings.rebalance()));
        }
    }

    private static String expired(Interval after, long moves) {
        String low = Words.seconds(after.low());
        String high = Words.seconds(after.high());
        return "Affinity ended by its own lifetime, which is no failure, in "
                + Words.count(moves, "move") + ": sessions had been on their instance for " + low
                + (high.equals(low) ? "" : " to " + high) + ".";
    }

    private static String rebalance(Rebalance seen) {
        return "When " + Text.inert(seen.instance(), 40) + " appeared beside " + seen.others() + " others, "
                + Words.percent(seen.share()) + " of the " + Words.count(seen.sessions(), "session")
                + " under way moved" + hashing(seen) + ".";
    }

    private static String hashing(Rebalance seen) {
        String consistent = Words.percent(seen.consistent());
        String modulo = Words.percent(seen.modulo());
        return switch (seen.hashing()) {
            case CONSISTENT ->
                ", as with consistent hashing (" + consistent + "; a hash modulo the number of instances moves "
                        + modulo + ")";
            case MODULO ->
                ", as with a hash modulo the number of instances (" + modulo + "; consistent hashing moves only "
                        + consistent + ")";
            case NEITHER ->
                ": neither what consistent hashing moves (" + consistent
                        + ") nor a hash modulo the number of instances (" + modulo + ")";
            case UNKNOWN ->
                "; too few to tell consistent hashing, which moves " + consistent
                        + ", from a hash modulo the number of instances, which moves " + modulo;
        };
    }
}
