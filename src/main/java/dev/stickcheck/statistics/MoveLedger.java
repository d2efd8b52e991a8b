package dev.stickcheck.statistics;

import dev.stickcheck.model.Interval;
import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.Observation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Explains each move of a session by the rules of STATISTICS 1.3, in their order: by the cookie at once, otherwise by
/// what happens to the old instance. A later answer of it to anybody says that it lives, enough fresh assignments
/// without it say that it is gone.
final class MoveLedger {
    /// Of a balancer whose instances come and go more often nothing more is learnt.
    private static final int MOST_ABSENCES = 1_000;

    private final Map<MoveCause, Long> causes = new EnumMap<>(MoveCause.class);
    private final List<Presence> presences = new ArrayList<>();
    private final List<Departure> departures = new ArrayList<>();
    private final List<Absence> absences = new ArrayList<>();
    private final Predicate<MoveCause> counts;
    private final KnownLifetime lifetime;
    private @Nullable Interval expiredAfter;
    private long assignments;
    private int waiting;
    /// Moves that were a retry or a true failure: the session's next answer tells.
    private int away;
    private final EpisodeLedger failures = new EpisodeLedger();
    private long failedSessions;

    /// @param counts whether a session that moved for a cause did not stick
    /// @param lifetime of affinity, as far as it was searched for
    MoveLedger(Predicate<MoveCause> counts, KnownLifetime lifetime) {
        this.counts = counts;
        this.lifetime = lifetime;
    }

    /// Any identified answer: evidence about the instances that sessions have left.
    ///
    /// @param assignment whether the balancer chose it afresh
    /// @param planned share of fresh assignments that an instance should get, by its number
    /// @return whether the instance has only just appeared
    boolean seen(int instance, Observation observation, boolean assignment, IntToDoubleFunction planned) {
        while (presences.size() <= instance) {
            presences.add(new Presence());
            departures.add(new Departure());
        }
        long sent = Nanos.of(observation.time());
        assignments += assignment ? 1 : 0;
        Departure own = departures.get(instance);
        boolean wasGone = own.ends(sent);
        if (own.sessions() > 0) {
            own.alive(sent, this::alive);
            if (own.waiting() == 0) {
                explainGone(own, causes);
                if (absences.size() < MOST_ABSENCES) {
                    addAbsences(instance, own, absences);
                }
                departures.set(instance, new Departure());
            }
        }
        boolean appeared = presences
                .get(instance)
                .answered(sent, assignment, assignments, wasGone, () -> planned.applyAsDouble(instance));
        if (assignment && waiting > 0) {
            for (Departure other : departures) {
                if (other.waiting() > 0) {
                    other.missed(sent, this::gone);
                }
            }
        }
        return appeared;
    }

    /// How many other instances are there, as far as fresh assignments tell.
    int living(int instance, IntToDoubleFunction planned) {
        int living = 0;
        for (int i = 0; i < presences.size(); i++) {
            living += i != instance && presences.get(i).present(assignments, planned.applyAsDouble(i)) ? 1 : 0;
        }
        return living;
    }

    /// The session's next identified answer after a move that may have been a retry.
    ///
    /// @return whether the session is back where it was, so that this switch ends the excursion and is none
    ///     of its own
    boolean returned(SessionState session, int instance) {
        Move move = session.excursion;
        if (move == null) {
            return false;
        }
        boolean back = move.alive && instance == move.from;
        end(move, back ? MoveCause.RETRY : MoveCause.TRUE_FAILURE);
        return back;
    }

    /// The session's last request is over, so that no retry can show any more.
    void completed(SessionState session) {
        if (session.excursion != null) {
            end(session.excursion, MoveCause.TRUE_FAILURE);
        }
    }

    private void end(Move move, MoveCause cause) {
        SessionState session = move.session;
        session.excursion = null;
        move.maybeRetry = false;
        if (move.alive) {
            away--;
            session.pending--;
            explain(session, cause, move.known);
        }
    }

    /// A switch of `session` to `to`, seen in `observation`. Call before the session's own state moves on.
    ///
    /// @param back whether it ends an excursion that was a retry
    /// @param shareOfOld of fresh assignments that the old instance should get
    void switched(SessionState session, int to, Observation observation, boolean back, double shareOfOld) {
        long known = Nanos.of(observation.answered());
        session.firstMoved = session.moved ? session.firstMoved : known;
        session.moved = true;
        long sent = Nanos.of(observation.time());
        if (session.lostItsCookie()) {
            explain(session, MoveCause.CLIENT_LOST_COOKIE, known);
        } else if (session.lifetimeEnded(observation.cookies()) || lifetime.explains(session, sent)) {
            expired((sent - session.pinned) / 1e9);
            explain(session, MoveCause.EXPIRED, known);
        } else if (back) {
            explain(session, MoveCause.RETRY, known);
        } else {
            Move move = new Move(session, to, known, presences.get(session.last), presences.get(to), shareOfOld);
            if (departures.get(session.last).add(move)) {
                session.excursion = move.maybeRetry ? move : null;
                session.pending++;
                waiting++;
            }
        }
    }

    private void expired(double seconds) {
        double after = Math.max(0, seconds);
        expiredAfter = expiredAfter == null
                ? new Interval(after, after)
                : new Interval(Math.min(after, expiredAfter.low()), Math.max(after, expiredAfter.high()));
    }

    private void gone(Move move) {
        waiting--;
        move.session.pending--;
    }

    private void alive(Move move) {
        waiting--;
        move.alive = true;
        if (move.maybeRetry && !move.toNewcomer) {
            away++;
            // Under either name the session has failed, unless one of them is accepted.
            if (counts.test(MoveCause.RETRY)) {
                fail(move.session, move.known);
            }
        } else {
            move.session.pending--;
            explain(move.session, move.toNewcomer ? MoveCause.REBALANCE : MoveCause.TRUE_FAILURE, move.known);
        }
    }

    /// The one new instance that all sessions went to, or −1.
    private int replacement(Departure departure) {
        int together = departure.together();
        return together >= 0 && presences.get(together).firstSeenAfter(departure.latestOnOld()) ? together : -1;
    }

    /// The old instance is gone. Replaced, when the one that all went to is new; drained, when it had been closed.
    private void explainGone(Departure departure, Map<MoveCause, Long> into) {
        if (replacement(departure) >= 0) {
            into.merge(MoveCause.REPLACEMENT, departure.gone() + departure.drained(), Long::sum);
        } else {
            into.merge(MoveCause.FAILOVER, departure.gone(), Long::sum);
            into.merge(MoveCause.DRAIN, departure.drained(), Long::sum);
        }
    }

    private void addAbsences(int instance, Departure departure, List<Absence> into) {
        if (departure.gone() + departure.drained() == 0) {
            return;
        }
        Presence old = presences.get(instance);
        long since = departure.drained() > 0 ? old.assignmentsWhenAssigned() : old.assignmentsWhenSeen();
        into.add(new Absence(instance, since, assignments));
        int replacement = replacement(departure);
        if (replacement >= 0) {
            into.add(new Absence(replacement, 0, presences.get(replacement).assignmentsBeforeFirst()));
        }
    }

    private void explain(SessionState session, MoveCause cause, long at) {
        causes.merge(cause, 1L, Long::sum);
        if (counts.test(cause)) {
            fail(session, at);
        }
    }

    private void fail(SessionState session, long at) {
        failures.switched(at, session.lastFailed);
        session.lastFailed = at;
        session.firstMoveFailed |= at == session.firstMoved;
        if (!session.failed) {
            session.failed = true;
            session.failedAt = at;
            failedSessions++;
        }
    }

    /// Moves that are known to have had a cause.
    long explained(MoveCause cause) {
        return causes.getOrDefault(cause, 0L);
    }

    @Nullable
    Interval expiredAfter() {
        return expiredAfter;
    }

    long failedSessions() {
        return failedSessions;
    }

    /// Their moves, by episode.
    EpisodeLedger failures() {
        return failures;
    }

    /// Moves that wait for evidence.
    int unexplained() {
        return waiting;
    }

    /// Fresh assignments that would explain every waiting move, if the old instances are gone.
    long assignmentsWanted() {
        long most = 0;
        if (waiting > 0) {
            for (Departure departure : departures) {
                most = Math.max(most, departure.assignmentsWanted());
            }
        }
        return most;
    }

    /// When instances were away, as far as the sessions that had to leave them tell.
    List<Absence> absences() {
        List<Absence> all = new ArrayList<>(absences);
        for (int i = 0; i < departures.size(); i++) {
            addAbsences(i, departures.get(i), all);
        }
        return all;
    }

    /// All moves by cause, those without an explanation as unresolved.
    Map<MoveCause, Long> causes() {
        Map<MoveCause, Long> all = new EnumMap<>(MoveCause.class);
        for (MoveCause cause : MoveCause.values()) {
            all.put(cause, causes.getOrDefault(cause, 0L));
        }
        for (Departure departure : departures) {
            explainGone(departure, all);
        }
        all.merge(MoveCause.TRUE_FAILURE, (long) away, Long::sum);
        all.merge(MoveCause.UNRESOLVED, (long) waiting, Long::sum);
        return all;
    }
}
