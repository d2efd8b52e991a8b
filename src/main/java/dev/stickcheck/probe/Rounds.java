package dev.stickcheck.probe;

import static java.util.Comparator.comparingLong;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Visits the sessions of a cohort round by round, each once a round, in an order drawn anew for every round.
///
/// A fixed order would let plain round robin look like affinity (STATISTICS, trap 1). A session whose answer is still
/// under way is passed over and visited as soon as it is there; the next round begins when everybody was visited.
final class Rounds {
    private final RandomGenerator random;
    private final int requests;
    private final List<SessionRun> cohort = new ArrayList<>();
    private final ArrayDeque<SessionRun> order = new ArrayDeque<>();
    private final Set<SessionRun> passedOver = new HashSet<>();
    /// Passed over and answered since, or still thinking: who may send first comes first.
    private final PriorityQueue<SessionRun> returned = new PriorityQueue<>(comparingLong(session -> session.readyAt));

    /// @param requests of a session
    Rounds(RandomGenerator random, int requests) {
        this.random = random;
        this.requests = requests;
    }

    /// Whether every session of the cohort has sent all of its requests.
    boolean done() {
        return order.isEmpty() && passedOver.isEmpty() && returned.isEmpty() && lastRound();
    }

    private boolean lastRound() {
        return cohort.isEmpty() || cohort.getFirst().sent >= requests;
    }

    /// A new cohort, whose first requests have been sent, takes the place of one that is done.
    void replace(List<SessionRun> launched) {
        cohort.clear();
        cohort.addAll(launched);
    }

    /// The next session to visit that may send now, or null when all that are left in this round must wait.
    @Nullable
    SessionRun next(long now) {
        if (order.isEmpty() && passedOver.isEmpty() && returned.isEmpty()) {
            if (lastRound()) {
                return null;
            }
            List<SessionRun> shuffled = new ArrayList<>(cohort);
            Collections.shuffle(shuffled, Random.from(random));
            order.addAll(shuffled);
        }
        SessionRun first = returned.peek();
        if (first != null && first.readyAt <= now) {
            return returned.poll();
        }
        for (SessionRun session = order.pollFirst(); session != null; session = order.pollFirst()) {
            if (!session.inFlight && session.readyAt <= now) {
                return session;
            }
            if (session.inFlight) {
                passedOver.add(session);
            } else {
                returned.add(session);
            }
        }
        return null;
    }

    /// Tells that a session's answer has come.
    void answered(SessionRun session) {
        if (passedOver.remove(session)) {
            returned.add(session);
        }
    }

    /// Nanoseconds until a session that only thinks may send, or `Long.MAX_VALUE`.
    long untilReady(long now) {
        SessionRun first = returned.peek();
        return first == null ? Long.MAX_VALUE : Math.max(0, first.readyAt - now);
    }
}
