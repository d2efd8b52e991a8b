package dev.stickcheck.statistics;

import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.Observation;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Every sticky session, its switches and what explains them (STATISTICS 1.1 and 1.3).
final class SessionLedger {
    private final Map<String, SessionState> sessions = new HashMap<>();
    private final MoveLedger moves = new MoveLedger();
    private long switches;
    private long transitions;
    private double together;
    private double pairs;

    /// A request of a sticky session.
    ///
    /// @param instance the number of the instance that answered, or −1
    /// @param share of fresh assignments that an instance should get, by its number
    /// @return the session, its state moved on
    SessionState observe(Observation observation, int instance, IntToDoubleFunction share) {
        SessionState session =
                sessions.computeIfAbsent(observation.session(), name -> new SessionState(observation.launch()));
        session.requests++;
        session.sent(observation.cookies());
        if (instance >= 0) {
            answered(session, instance, observation, share);
        }
        session.refused(observation.cookies());
        return session;
    }

    private void answered(SessionState session, int instance, Observation observation, IntToDoubleFunction share) {
        together += session.counts.add(instance);
        pairs += session.identified++;
        if (session.home < 0) {
            session.home = instance;
        } else {
            transitions++;
            Instant lastOnOld = session.lastAnswered;
            if (instance != session.last && lastOnOld != null) {
                switches++;
                session.switches++;
                moves.switched(session, instance, observation, lastOnOld, share.applyAsDouble(session.last));
            }
        }
        session.last = instance;
        session.lastAnswered = observation.answered();
    }

    /// Any identified answer of either arm.
    void seen(Observation observation, int instance, boolean assignment) {
        moves.seen(instance, observation, assignment);
    }

    Collection<SessionState> all() {
        return sessions.values();
    }

    @Nullable
    Double switchRate() {
        return transitions == 0 ? null : (double) switches / transitions;
    }

    /// Pairwise agreement within sessions (STATISTICS 1.1, A_w), or null without a pair.
    @Nullable
    Double within() {
        return pairs == 0 ? null : together / pairs;
    }

    /// Sessions known to have failed.
    long failed() {
        return moves.failedSessions();
    }

    long switches() {
        return switches;
    }

    Map<MoveCause, Long> causes() {
        return moves.causes();
    }

    int unexplained() {
        return moves.unexplained();
    }

    long assignmentsWanted() {
        return moves.assignmentsWanted();
    }
}
