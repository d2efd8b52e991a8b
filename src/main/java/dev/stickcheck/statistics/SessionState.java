package dev.stickcheck.statistics;

import dev.stickcheck.model.CookieTrace;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is remembered of one sticky session.
final class SessionState {
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
    private @Nullable Set<String> given;
    private @Nullable Set<String> returned;

    SessionState(long launch) {
        this.launch = launch;
    }

    /// Two known answers at least: with fewer a session cannot fail.
    boolean eligible() {
        return identified >= 2;
    }

    /// A cookie was set by an earlier answer, and none of them has ever been sent back.
    boolean neverReturned() {
        return given != null && !given.isEmpty() && (returned == null || returned.isEmpty());
    }

    /// A cookie that had been sent back has ended with its own lifetime.
    boolean lifetimeEnded(List<String> ended) {
        return returned != null && ended.stream().anyMatch(returned::contains);
    }

    /// What a request sent.
    void sent(CookieTrace cookies) {
        if (given == null) {
            return;
        }
        for (String name : cookies.sent()) {
            if (given.contains(name)) {
                returned = returned == null ? new HashSet<>(2) : returned;
                returned.add(name);
            }
        }
    }

    /// What its answer set, refused cookies included.
    void given(CookieTrace cookies) {
        if (!cookies.set().isEmpty()) {
            given = given == null ? new HashSet<>(2) : given;
            if (given.size() < MOST_NAMES) {
                given.addAll(cookies.set());
            }
        }
    }

    private static final int MOST_NAMES = 200;
}
