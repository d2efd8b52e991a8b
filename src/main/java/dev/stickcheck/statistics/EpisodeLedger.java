package dev.stickcheck.statistics;

import dev.stickcheck.model.Episodes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Merges switches that are closer than five seconds into episodes (STATISTICS 1.3). Old ones are only counted, so that
/// memory stays bounded however long it lasts.
final class EpisodeLedger {
    /// Nanoseconds that part two episodes.
    static final long GAP = TimeUnit.SECONDS.toNanos(5);

    private static final int MOST_OPEN = 1_000;

    private final TreeMap<Long, Span> spans = new TreeMap<>();
    private long closed;
    private @Nullable Span largestClosed;

    /// One episode: when its first and last switch were known, how many there were, and of how many sessions.
    static final class Span {
        private long first;
        private long last;
        private long switches;
        private long sessions;

        Span(long at) {
            first = at;
            last = at;
        }

        private void take(Span other) {
            first = Math.min(first, other.first);
            last = Math.max(last, other.last);
            switches += other.switches;
            sessions += other.sessions;
        }

        long first() {
            return first;
        }

        long last() {
            return last;
        }

        long sessions() {
            return sessions;
        }

        private boolean exceeds(@Nullable Span other) {
            return other == null
                    || sessions > other.sessions
                    || (sessions == other.sessions && switches > other.switches);
        }
    }

    /// A switch. They come nearly in the order of time.
    ///
    /// @param lastOfSession when the session's switch before was known; if in the same episode, it is one session
    void switched(long at, long lastOfSession) {
        Span span = new Span(at);
        span.switches = 1;
        span.sessions = 1;
        Map.Entry<Long, Span> before = spans.floorEntry(at);
        if (before != null && at - before.getValue().last < GAP) {
            Span own = before.getValue();
            span.sessions = lastOfSession >= own.first && lastOfSession <= own.last ? 0 : 1;
            spans.remove(before.getKey());
            span.take(own);
        }
        Map.Entry<Long, Span> after = spans.higherEntry(at);
        if (after != null && after.getValue().first - at < GAP) {
            spans.remove(after.getKey());
            span.take(after.getValue());
        }
        spans.put(span.first, span);
        if (spans.size() > MOST_OPEN) {
            close(spans.pollFirstEntry().getValue());
        }
    }

    private void close(Span span) {
        closed++;
        largestClosed = span.exceeds(largestClosed) ? span : largestClosed;
    }

    /// The episode with the most sessions; null without a switch.
    @Nullable
    Span largest() {
        Span largest = largestClosed;
        for (Span span : spans.values()) {
            largest = span.exceeds(largest) ? span : largest;
        }
        return largest;
    }

    /// @param decisive whether sessions would have failed only because of one
    Episodes episodes(boolean decisive) {
        Span largest = largest();
        return new Episodes(
                closed + spans.size(),
                largest == null
                        ? null
                        : new Episodes.Episode(
                                Nanos.moment(largest.first),
                                Nanos.moment(largest.last),
                                largest.switches,
                                largest.sessions),
                decisive);
    }
}
