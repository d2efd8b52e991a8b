package dev.stickcheck.statistics;

import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.CookieTrace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is remembered of one sticky session.
final class SessionState {
    private static final int MOST_NAMES = 200;

    final long launch;
    /// Requests observed, whatever came of them.
    int requests;
    /// Answers with a known instance, the session's `m` (STATISTICS 1.1).
    int identified;
    int switches;
    int home = -1;
    /// Later answers from home.
    int atHome;
    int last = -1;
    /// When the last known answer was complete, in nanoseconds.
    long lastAnswered;
    /// When the request of the last known answer was sent, and that of the first one of the same instance.
    long lastIdentified;

    long pinned;
    /// The longest silence since the last known answer, from request to request.
    long idle;
    private long lastRequest = Long.MIN_VALUE;
    /// When an answer last came from another instance than the one before.
    long lastSwitched = Long.MIN_VALUE;
    /// Whether the last request came to nothing, or to an error of the server.
    boolean afterFailure;
    boolean moved;
    boolean failed;
    /// When it first failed, and when it last did.
    long failedAt;

    long lastFailed = Long.MIN_VALUE;
    /// When it first moved, and whether that is known to have been for a cause that counts.
    long firstMoved;

    boolean firstMoveFailed;
    /// Moves that wait for an explanation.
    int pending;

    /// A move that may turn out a retry.
    @Nullable
    Move excursion;

    final SmallCounts counts = new SmallCounts();
    private @Nullable Set<String> unreturnable;
    private @Nullable Set<String> returned;
    /// Ended since the last known answer.
    private @Nullable Set<String> ended;

    SessionState(long launch) {
        this.launch = launch;
    }

    /// Two known answers at least: with fewer a session cannot fail.
    boolean eligible() {
        return identified >= 2;
    }

    /// An earlier answer set a cookie that a conforming client can never send back, and none ever was.
    boolean lostItsCookie() {
        return unreturnable != null && returned == null;
    }

    /// A cookie that had been sent back has ended with its own lifetime since the last known answer, and it may
    /// have been the one that kept the session: nothing else is sent any more, or the answer sets it anew.
    boolean lifetimeEnded(CookieTrace cookies) {
        return ended != null
                && (cookies.sent().isEmpty() || cookies.set().stream().anyMatch(ended::contains));
    }

    /// When its outcome was known: it failed, or its last answer came.
    long known() {
        return failed ? failedAt : lastAnswered;
    }

    /// A request leaves.
    void sent(long at) {
        idle = lastRequest == Long.MIN_VALUE ? 0 : Math.max(idle, at - lastRequest);
        lastRequest = at;
    }

    /// An answer of a known instance to a request that was sent then.
    void answered(long sent) {
        ended = null;
        idle = 0;
        lastIdentified = sent;
    }

    /// What a request sent, and what ended before it could be.
    void sent(CookieTrace cookies) {
        if (!cookies.sent().isEmpty()) {
            returned = with(returned, cookies.sent());
        }
        for (String name : cookies.ended()) {
            if (returned == null || !returned.contains(name)) {
                unreturnable = with(unreturnable, List.of(name));
            } else {
                ended = with(ended, List.of(name));
            }
        }
    }

    /// What its answer set and a browser would not keep, or not return to the probed URL.
    void refused(CookieTrace cookies) {
        for (CookieRefusal refusal : cookies.refused()) {
            unreturnable = with(unreturnable, List.of(refusal.name()));
        }
    }

    private static Set<String> with(@Nullable Set<String> names, List<String> more) {
        Set<String> all = names == null ? new HashSet<>(2) : names;
        if (all.size() < MOST_NAMES) {
            all.addAll(more);
        }
        return all;
    }
}
