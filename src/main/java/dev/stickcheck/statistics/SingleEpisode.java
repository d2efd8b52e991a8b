package dev.stickcheck.statistics;

import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// An incident without which sessions would not have failed: thirty sessions that one event hit are one
/// observation, not thirty (STATISTICS 1.3).
///
/// Where sessions fail all the time, failures lie within five seconds of one another too, in one episode that
/// is as long as the run. An incident is told from that by being over and done with: so short a part of the run
/// that failures of a constant rate would hardly gather in it, and followed by quiet (docs/decisions/0020).
///
/// @param first when the first failing move was known, `last` when the last one was, in nanoseconds
record SingleEpisode(long first, long last) {
    /// What lasts longer is no event but a condition.
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(30);

    /// A constant rate looks like an incident as seldom as that.
    private static final double CHANCE = 0.01;

    /// Decides on so many sessions with so many failures.
    @FunctionalInterface
    interface Judging {
        Decision decide(long sessions, long failures);
    }

    /// The episode that a FAIL hangs on, over or not; null when there is none.
    ///
    /// @param largest of the episodes in which sessions failed, judged or not: what comes after a decision
    ///     tells too
    /// @param failures sessions that failed, judged or not
    /// @param judged when each of the judged ones failed, of so many `sessions`
    /// @param run nanoseconds in which a session could fail
    static @Nullable SingleEpisode of(
            EpisodeLedger.@Nullable Span largest,
            long failures,
            long[] judged,
            long sessions,
            Judging judging,
            long run) {
        if (largest == null) {
            return null;
        }
        SingleEpisode episode = new SingleEpisode(largest.first(), largest.last());
        long hit = LongStream.of(judged).filter(episode::contains).count();
        boolean hangs = judging.decide(sessions - hit, judged.length - hit) != Decision.FAIL;
        return hangs && episode.standsOut(largest.sessions(), failures, run) ? episode : null;
    }

    private boolean contains(long moment) {
        return first <= moment && moment <= last;
    }

    /// Some window of its share of the run holds as many of the failures, if they fall anywhere alike, with a
    /// probability of at most Σ over its first failure of P(the others follow within the window).
    private boolean standsOut(long sessions, long failures, long run) {
        long length = last - first;
        if (length > LONGEST || length >= run) {
            return false;
        }
        double share = (double) length / run;
        double others = share == 0
                ? (sessions > 1 ? 0 : 1)
                : SpecialFunctions.binomialUpperTail(failures - 1, sessions - 1, share);
        return failures * others <= CHANCE;
    }

    /// Whether quiet has followed until `to`.
    boolean over(long to) {
        return to - last >= EpisodeLedger.GAP;
    }
}
