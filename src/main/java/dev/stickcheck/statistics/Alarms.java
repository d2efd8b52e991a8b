package dev.stickcheck.statistics;

import dev.stickcheck.statistics.Alarm.Certainty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers the alarms of a run (docs/decisions/0053).
final class Alarms {
    private final Tally tally;
    private final Roster roster;
    private final double limit;
    private final double alpha;

    Alarms(Tally tally, Roster roster) {
        this.tally = tally;
        this.roster = roster;
        this.limit = tally.measured().thresholds().maxStickinessFailures();
        this.alpha = tally.measured().thresholds().alpha();
    }

    /// @param asPlanned whether each hour's assignments should fall by the planned shares: no instance is known to have
    ///     been away, and the balancer does not make up by them for requests (docs/decisions/0052)
    /// @param stickiness what all sessions together decide: where they fail, a suspicion is stale
    List<Alarm> all(boolean asPlanned, Decision stickiness) {
        FailureAlarms failures =
                new FailureAlarms(tally.test(), tally.prefix().atEnd().judged());
        SessionMinutes minutes = new SessionMinutes();
        tally.prefix().outcomesAtEnd((failed, at) -> {
            failures.judged(failed, at);
            minutes.judged(failed, at);
        });
        List<Alarm> all = new ArrayList<>();
        for (Alarm.Failing alarm : failures.atEnd()) {
            if (alarm.certainty() != Certainty.SUSPECTED || stickiness != Decision.FAIL) {
                all.add(alarm);
            }
        }
        Alarm burning = minutes.burning(limit);
        if (burning != null) {
            all.add(burning);
        }
        all.addAll(tally.longRun().silent(tally.index()::id));
        Alarm uneven = asPlanned && roster.undeclared().isEmpty() ? uneven() : null;
        if (uneven != null) {
            all.add(uneven);
        }
        return all;
    }

    private @Nullable Alarm uneven() {
        int[] numbers = new int[roster.size()];
        for (int i = 0; i < numbers.length; i++) {
            Integer number =
                    i < roster.ids().size() ? tally.index().known(roster.ids().get(i)) : null;
            numbers[i] = number == null ? -1 : number;
        }
        return tally.longRun()
                .uneven(numbers, roster.shares(), tally.measured().thresholds().maxImbalance(), alpha);
    }
}
