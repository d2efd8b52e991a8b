package dev.stickcheck.statistics;

import dev.stickcheck.model.Interval;
import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.Observation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Every sticky session, its switches and what explains them (STATISTICS 1.1 and 1.3).
final class SessionLedger {
    private final Map<String, SessionState> sessions = new HashMap<>();
    private final EpisodeLedger episodes = new EpisodeLedger();
    private final NewcomerLedger newcomers = new NewcomerLedger();
    private final MoveLedger moves;
    private final int requestsPerSession;
    private long switches;
    private long transitions;
    private long firstTransition = Long.MAX_VALUE;
    private long lastSent = Long.MIN_VALUE;

    /// @param counts whether a session that moved for a cause did not stick
    /// @param lifetime that may explain a move
    SessionLedger(Predicate<MoveCause> counts, KnownLifetime lifetime, int requestsPerSession) {
        this.moves = new MoveLedger(counts, lifetime);
        this.requestsPerSession = requestsPerSession;
    }

    /// A request of a sticky session.
    ///
    /// @param instance the number of the instance that answered, or −1
    /// @param share of fresh assignments that an instance should get, by its number
    /// @return the session, its state moved on
    SessionState observe(Observation observation, int instance, IntToDoubleFunction share) {
        SessionState session =
                sessions.computeIfAbsent(observation.session(), name -> new SessionState(observation.launch()));
        session.requests++;
        long sent = Nanos.of(observation.time());
        lastSent = Math.max(lastSent, sent);
        session.sent(sent);
        session.sent(observation.cookies());
        if (instance >= 0) {
            answered(session, instance, observation, share);
        }
        session.refused(observation.cookies());
        Integer status = observation.status();
        session.afterFailure = status == null || status >= 500;
        if (session.requests == requestsPerSession) {
            moves.completed(session);
        }
        return session;
    }

    private void answered(SessionState session, int instance, Observation observation, IntToDoubleFunction share) {
        session.counts.add(instance);
        session.identified++;
        if (session.home < 0) {
            session.home = instance;
            session.pinned = Nanos.of(observation.time());
        } else {
            transitions++;
            long sent = Nanos.of(observation.time());
            firstTransition = Math.min(firstTransition, sent);
            newcomers.answered(session.lastIdentified, sent, instance != session.last);
            session.atHome += instance == session.home ? 1 : 0;
            boolean back = moves.returned(session, instance);
            if (instance != session.last) {
                switches++;
                session.switches++;
                moves.switched(session, instance, observation, back, share.applyAsDouble(session.last));
                long known = Nanos.of(observation.answered());
                episodes.switched(known, session.lastSwitched);
                session.lastSwitched = known;
                session.pinned = sent;
            }
        }
        session.answered(Nanos.of(observation.time()));
        session.last = instance;
        session.lastAnswered = Nanos.of(observation.answered());
    }

    /// Any identified answer of either arm.
    ///
    /// @param planned share of fresh assignments that an instance should get, by its number
    void seen(Observation observation, int instance, boolean assignment, IntToDoubleFunction planned) {
        if (moves.seen(instance, observation, assignment, planned)) {
            newcomers.appeared(instance, Nanos.of(observation.time()), moves.living(instance, planned));
        }
    }

    Collection<SessionState> all() {
        return sessions.values();
    }

    @Nullable
    Double switchRate() {
        return transitions == 0 ? null : (double) switches / transitions;
    }

    EpisodeLedger episodes() {
        return episodes;
    }

    /// When the first request was sent that could have met another instance than the one before, in nanoseconds.
    long firstTransition() {
        return firstTransition;
    }

    /// When the last request of a sticky session was sent.
    long lastSent() {
        return lastSent;
    }

    /// Sessions known to have failed.
    long failed() {
        return moves.failedSessions();
    }

    /// Moves of failed sessions, by episode.
    EpisodeLedger failures() {
        return moves.failures();
    }

    long switches() {
        return switches;
    }

    Map<MoveCause, Long> causes() {
        return moves.causes();
    }

    /// Where an instance that had appeared took sessions over.
    @Nullable
    Rebalance rebalance(IntFunction<String> id) {
        return moves.explained(MoveCause.REBALANCE) == 0 ? null : newcomers.largest(id);
    }

    /// Between how long after they came to their instance sessions left it because affinity had ended; null
    /// when none did.
    @Nullable
    Interval expiredAfter() {
        return moves.expiredAfter();
    }

    List<Absence> absences() {
        return moves.absences();
    }

    int unexplained() {
        return moves.unexplained();
    }

    long assignmentsWanted() {
        return moves.assignmentsWanted();
    }
}
