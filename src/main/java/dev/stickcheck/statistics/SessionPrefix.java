package dev.stickcheck.statistics;

import dev.stickcheck.model.Timeline.Evidence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/// Counts sessions in launch order, each only when all that were launched before it are resolved (STATISTICS 3,
/// trap 4): failures are known early and successes late, so any other order would see too many failures.
final class SessionPrefix {
    /// So many sessions are looked at beyond the first that is not resolved.
    private static final int FARTHEST = 256;

    private final TreeMap<Long, SessionState> waiting = new TreeMap<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final SequentialTest test;
    private final int requestsPerSession;
    private long next;
    private Tallied counted = Tallied.NONE;
    private long failedBefore;
    /// When the outcome of each counted session was known, and of which it was a failure.
    private final Moments knownAt = new Moments();
    private final BitSet failures = new BitSet();
    private Decision decision = Decision.UNDECIDED;

    /// Sessions of the prefix.
    ///
    /// @param judged with at least two known answers
    /// @param moved of those, that saw more than one instance
    /// @param failed of those, without an accepted cause
    /// @param unresolved of those, with a move that nothing explains, or whose end was not waited for
    record Tallied(long judged, long moved, long failed, long unresolved) {
        static final Tallied NONE = new Tallied(0, 0, 0, 0);

        /// @param ended whether it is complete; one that is not may still fail
        Tallied plus(SessionState session, boolean ended) {
            if (!session.eligible()) {
                return this;
            }
            boolean open = !session.failed && (session.pending > 0 || !ended);
            return new Tallied(
                    judged + 1,
                    moved + (session.moved ? 1 : 0),
                    failed + (session.failed ? 1 : 0),
                    unresolved + (open ? 1 : 0));
        }
    }

    SessionPrefix(SequentialTest test, int requestsPerSession) {
        this.test = test;
        this.requestsPerSession = requestsPerSession;
    }

    /// A session has moved on.
    void update(SessionState session) {
        if (session.launch >= next) {
            waiting.putIfAbsent(session.launch, session);
        }
    }

    /// Counts as far as sessions are resolved, and stops for good where the test decides.
    ///
    /// @param failed sessions known to have failed, counted or not
    void advance(long failed) {
        while (decision == Decision.UNDECIDED && !waiting.isEmpty()) {
            SessionState session = waiting.firstEntry().getValue();
            if (session.launch != next || !resolved(session)) {
                if (failed > failedBefore && certainlyFails()) {
                    countUntilFail();
                }
                break;
            }
            count(session);
        }
        failedBefore = failed;
    }

    /// Whether the test will say FAIL whatever becomes of the sessions that hold up the others: even if all of them
    /// stay, and so with every one that fails all the sooner (docs/decisions/0067).
    private boolean certainlyFails() {
        Tallied ahead = counted;
        long expected = next;
        for (SessionState session : waiting.values()) {
            boolean known = session.eligible() || resolved(session);
            if (session.launch != expected++ || !known || expected - next > FARTHEST) {
                return false;
            }
            ahead = ahead.plus(session, complete(session));
            Decision then = test.decide(ahead.judged(), ahead.failed());
            if (then != Decision.UNDECIDED) {
                return then == Decision.FAIL;
            }
        }
        return false;
    }

    private void countUntilFail() {
        while (decision == Decision.UNDECIDED) {
            count(waiting.firstEntry().getValue());
        }
    }

    private void count(SessionState session) {
        waiting.pollFirstEntry();
        next++;
        Tallied before = counted;
        counted = counted.plus(session, complete(session));
        if (counted.judged() > before.judged()) {
            failures.set((int) before.judged(), session.failed);
            knownAt.add(session.known());
            decision = test.decide(counted.judged(), counted.failed());
            note();
        }
    }

    private boolean resolved(SessionState session) {
        return session.failed || (complete(session) && session.pending == 0);
    }

    private void note() {
        long n = counted.judged();
        boolean drawn = n <= 200 || n % (n <= 2_000 ? 10 : 1_000) == 0 || decision != Decision.UNDECIDED;
        if (drawn && evidence.size() < 2_000) {
            evidence.add(new Evidence(
                    n,
                    StickinessEvidence.logPass(n, counted.failed(), test.limit()),
                    StickinessEvidence.logFail(n, counted.failed(), test.limit())));
        }
    }

    private boolean complete(SessionState session) {
        return session.requests >= requestsPerSession;
    }

    /// What is known when nothing more comes: behind the resolved prefix also sessions that are complete, their open
    /// moves as unresolved; the first that is not complete ends it.
    Tallied atEnd() {
        if (decision != Decision.UNDECIDED) {
            return counted;
        }
        Tallied all = counted;
        for (SessionState session : behind()) {
            all = all.plus(session, true);
        }
        return all;
    }

    /// What became of a session, and when that was known.
    @FunctionalInterface
    interface Outcome {
        void judged(boolean failed, long at);
    }

    /// Tells the outcomes of the sessions of [#atEnd()] in launch order.
    void outcomesAtEnd(Outcome outcome) {
        long[] known = knownAt.toArray();
        for (int i = 0; i < known.length; i++) {
            outcome.judged(failures.get(i), known[i]);
        }
        if (decision == Decision.UNDECIDED) {
            for (SessionState session : behind()) {
                if (session.eligible()) {
                    outcome.judged(session.failed, session.known());
                }
            }
        }
    }

    /// When each of the failed sessions of [#atEnd()] failed.
    long[] failuresAtEnd() {
        Moments failed = new Moments();
        outcomesAtEnd((failure, at) -> {
            if (failure) {
                failed.add(at);
            }
        });
        return failed.toArray();
    }

    private List<SessionState> behind() {
        List<SessionState> sessions = new ArrayList<>();
        long expected = next;
        for (SessionState session : waiting.values()) {
            if (session.launch != expected++ || !(session.failed || complete(session))) {
                break;
            }
            sessions.add(session);
        }
        return sessions;
    }

    /// The sequential decision, once made.
    Decision decision() {
        return decision;
    }

    /// Sessions that were resolved with too few answers to be judged.
    long unjudgeable() {
        return next - counted.judged();
    }

    Tallied counted() {
        return counted;
    }

    List<Evidence> evidence() {
        return List.copyOf(evidence);
    }
}
