package dev.stickcheck.statistics;

import org.jspecify.annotations.Nullable;

/// What the judged sessions decide: by the sequential test or, where their number was fixed, exactly.
///
/// Unresolved sessions bound it from both sides, as failed and as kept (Manski, STATISTICS 1.3), and what hangs on a
/// single episode is not decided.
final class StickinessDecision {
    private final Tally tally;
    private final SessionPrefix.Tallied judged;

    /// @param judged as the prefix of sessions says at the end
    StickinessDecision(Tally tally, SessionPrefix.Tallied judged) {
        this.tally = tally;
        this.judged = judged;
    }

    Decision value() {
        Decision counted = counted();
        return counted == Decision.FAIL && single() ? Decision.UNDECIDED : counted;
    }

    /// Whether it would be FAIL but for one episode that is over.
    boolean single() {
        SingleEpisode episode = episode();
        return episode != null && episode.over(tally.sessions().lastSent());
    }

    /// Whether it is FAIL because of one episode of which only the time to come can tell whether it is over.
    boolean mayBeSingle() {
        SingleEpisode episode = episode();
        return episode != null && !episode.over(tally.sessions().lastSent());
    }

    private @Nullable SingleEpisode episode() {
        SessionLedger sessions = tally.sessions();
        return counted() != Decision.FAIL
                ? null
                : SingleEpisode.of(
                        sessions.failures().largest(),
                        sessions.failed(),
                        tally.prefix().failuresAtEnd(),
                        judged.judged(),
                        this::decide,
                        sessions.lastSent() - sessions.firstTransition());
    }

    private Decision counted() {
        Decision stopped = tally.prefix().decision();
        if (stopped != Decision.UNDECIDED || judged.judged() == 0) {
            return stopped;
        }
        Decision best = decide(judged.judged(), judged.failed());
        Decision worst = decide(judged.judged(), judged.failed() + judged.unresolved());
        return best == worst ? best : Decision.UNDECIDED;
    }

    private Decision decide(long sessions, long failures) {
        Measured measured = tally.measured();
        return measured.sequential()
                ? tally.test().decide(sessions, failures)
                : ExactInterval.decide(
                        sessions,
                        failures,
                        measured.thresholds().maxStickinessFailures(),
                        measured.thresholds().alpha());
    }
}
