package dev.stickcheck.statistics;

import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Explains each move of a session (STATISTICS 1.3): by the cookie at once, otherwise by what happens to the old
/// instance. A later answer of it to anybody says that it lives, and the session did not stick; enough fresh
/// assignments without it say that it is gone.
final class MoveLedger {
    private final Map<MoveCause, Long> causes = new EnumMap<>(MoveCause.class);
    private final List<Move> pending = new ArrayList<>();
    private final List<@Nullable Instant> firstSeen = new ArrayList<>();
    private long failedSessions;

    /// A switch of `session` to `to`, seen in `observation`. Call before the session's own state moves on.
    ///
    /// @param shareOfOld of fresh assignments that the old instance should get
    void switched(SessionState session, int to, Observation observation, Instant lastOnOld, double shareOfOld) {
        session.moved = true;
        if (session.lostItsCookie()) {
            explain(session, MoveCause.CLIENT_LOST_COOKIE);
        } else if (session.lifetimeEnded(observation.cookies())) {
            explain(session, MoveCause.EXPIRED);
        } else {
            session.pending++;
            pending.add(new Move(session, session.last, to, lastOnOld, observation.answered(), shareOfOld));
        }
    }

    /// Any identified answer: evidence about the instances that sessions have left.
    ///
    /// @param assignment whether the balancer chose it afresh
    void seen(int instance, Observation observation, boolean assignment) {
        while (firstSeen.size() <= instance) {
            firstSeen.add(null);
        }
        if (firstSeen.get(instance) == null) {
            firstSeen.set(instance, observation.time());
        }
        if (pending.isEmpty()) {
            return;
        }
        List<Move> gone = new ArrayList<>();
        for (Iterator<Move> moves = pending.iterator(); moves.hasNext(); ) {
            Move move = moves.next();
            if (!observation.time().isAfter(move.known)) {
                continue;
            }
            if (move.from == instance) {
                moves.remove();
                resolve(move, MoveCause.TRUE_FAILURE);
            } else if (assignment) {
                move.assignmentsElsewhere++;
                if (move.assignmentsElsewhere >= move.assignmentsToBeGone) {
                    moves.remove();
                    gone.add(move);
                }
            }
        }
        for (Move move : gone) {
            resolve(move, replaced(move, gone) ? MoveCause.REPLACEMENT : MoveCause.FAILOVER);
        }
    }

    /// The new instance is new, and at least two sessions of the old one moved, all to it.
    private boolean replaced(Move move, List<Move> gone) {
        Instant first = firstSeen.get(move.to);
        Set<SessionState> sessions = new HashSet<>();
        for (List<Move> moves : List.of(gone, pending)) {
            for (Move other : moves) {
                if (other.from == move.from) {
                    if (other.to != move.to) {
                        return false;
                    }
                    sessions.add(other.session);
                }
            }
        }
        return first != null && first.isAfter(move.lastOnOld) && sessions.size() >= 2;
    }

    private void resolve(Move move, MoveCause cause) {
        move.session.pending--;
        explain(move.session, cause);
    }

    private void explain(SessionState session, MoveCause cause) {
        causes.merge(cause, 1L, Long::sum);
        if (cause.failure() && !session.failed) {
            session.failed = true;
            failedSessions++;
        }
    }

    long failedSessions() {
        return failedSessions;
    }

    /// Moves that wait for evidence.
    int unexplained() {
        return pending.size();
    }

    /// Fresh assignments that would explain every waiting move, if the old instances are gone.
    long assignmentsWanted() {
        long most = 0;
        for (Move move : pending) {
            most = Math.max(most, move.assignmentsToBeGone - move.assignmentsElsewhere);
        }
        return most;
    }

    /// All moves by cause, those without an explanation as unresolved.
    Map<MoveCause, Long> causes() {
        Map<MoveCause, Long> all = new EnumMap<>(MoveCause.class);
        for (MoveCause cause : MoveCause.values()) {
            all.put(cause, causes.getOrDefault(cause, 0L));
        }
        all.merge(MoveCause.UNRESOLVED, (long) pending.size(), Long::sum);
        return all;
    }
}
