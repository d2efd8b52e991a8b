package dev.stickcheck.statistics;

/// A session's answer from another instance than its last one, not yet explained.
final class Move {
    final SessionState session;
    final int from;
    final int to;
    /// When the old instance had last answered the session: the move is later.
    final long lastOnOld;
    /// When the new instance's answer was complete: what is sent later tells whether the old instance lives.
    final long known;
    /// Whether the old instance had got no new sessions for long, while it kept its own.
    final boolean closed;
    /// Whether the new instance had only just appeared.
    final boolean toNewcomer;
    /// Fresh assignments that a living old instance would miss with a probability of at most 0.01 (STATISTICS 1.3);
    /// by its share before the move, for afterwards a dead one's share only shrinks.
    final long assignmentsToBeGone;
    /// The attempt before it had failed: if the session's next answer is from the old instance, this was a retry.
    boolean maybeRetry;
    /// The old instance lives.
    boolean alive;
    /// Fresh assignments since, none of them on the old instance.
    long assignmentsElsewhere;

    /// @param old the instance that the session leaves, and `fresh` the one it comes to
    Move(SessionState session, int to, long known, Presence old, Presence fresh, double shareOfOld) {
        this.session = session;
        this.from = session.last;
        this.to = to;
        this.lastOnOld = session.lastAnswered;
        this.known = known;
        this.maybeRetry = session.afterFailure;
        this.assignmentsToBeGone = AssignmentPlan.assignmentsToMiss(shareOfOld);
        this.closed = old.missedBeforeLastAnswer() >= assignmentsToBeGone;
        this.toNewcomer = fresh.appearedBetween(Math.min(lastOnOld, known - EpisodeLedger.GAP), known);
    }
}
