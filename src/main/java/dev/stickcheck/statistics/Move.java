package dev.stickcheck.statistics;

import java.time.Instant;

/// A session's answer from another instance than its last one, not yet explained.
final class Move {
    final SessionState session;
    final int from;
    final int to;
    /// When the old instance had last answered the session: the move is later.
    final Instant lastOnOld;
    /// When the new instance's answer was complete: what is sent later tells whether the old instance lives.
    final Instant known;
    /// Fresh assignments that a living old instance would miss with a probability of at most 0.01 (STATISTICS 1.3);
    /// by its share before the move, for afterwards a dead one's share only shrinks.
    final long assignmentsToBeGone;
    /// Fresh assignments since, none of them on the old instance.
    long assignmentsElsewhere;

    Move(SessionState session, int from, int to, Instant lastOnOld, Instant known, double shareOfOld) {
        this.session = session;
        this.from = from;
        this.to = to;
        this.lastOnOld = lastOnOld;
        this.known = known;
        this.assignmentsToBeGone = AssignmentPlan.assignmentsToMiss(shareOfOld);
    }
}
