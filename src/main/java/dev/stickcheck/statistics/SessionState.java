package dev.stickcheck.statistics;

import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.CookieTrace;
import java.time.Instant;
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
    int last = -1;

    @Nullable
    Instant lastAnswered;

    boolean moved;
    boolean failed;
    int pending;
    final SmallCounts counts = new SmallCounts();
    private @Nullable Set<String> unreturnable;
    private @Nullable Set<String> returned;

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

    /// A cookie that had been sent back has ended with its own lifetime, and it may have been the one that kept the
    /// session: nothing else is sent any more, or the answer sets it anew.
    boolean lifetimeEnded(CookieTrace cookies) {
        if (returned == null) {
            return false;
        }
        List<String> ended = cookies.ended().stream().filter(returned::contains).toList();
        return !ended.isEmpty() && (cookies.sent().isEmpty() || ended.stream().anyMatch(cookies.set()::contains));
    }

    /// What a request sent, and what ended before it could be.
    void sent(CookieTrace cookies) {
        if (!cookies.sent().isEmpty()) {
            returned = with(returned, cookies.sent());
        }
        for (String ended : cookies.ended()) {
            if (returned == null || !returned.contains(ended)) {
                unreturnable = with(unreturnable, List.of(ended));
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
