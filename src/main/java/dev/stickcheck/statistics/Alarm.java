package dev.stickcheck.statistics;

import java.time.Instant;

/// What a run was like in a part of it, whatever all of it together comes to (STATISTICS 6.4): a mixture of healthy and
/// broken times is judged by its average, and hides both.
public sealed interface Alarm {
    /// From a session on, in launch order, sessions failed.
    ///
    /// @param before sessions judged until then
    /// @param since when the first of those that failed did
    /// @param sessions judged from then until the alarm, `failures` of which failed
    /// @param certainty whether it surely exceeds the limit, and whether it is surely over
    record Failing(long before, Instant since, long sessions, long failures, Certainty certainty) implements Alarm {}

    /// How sure it is that sessions fail more often than they may.
    enum Certainty {
        /// Too early to say.
        SUSPECTED,
        /// More often than the limit, by all that is known until the end.
        SURE,
        /// They did, and are surely within the limit again.
        OVER
    }

    /// The limit was used up so many times too fast in a long window and in a short one.
    record Burning(BurnRate rate, Instant at, long sessions, long failures) implements Alarm {}

    /// An instance that had answered does so no more, although others are assigned.
    ///
    /// @param seconds since its last answer
    /// @param assignments of others since then
    record Silent(String instance, double seconds, long assignments) implements Alarm {}

    /// An hour's load was surely more uneven than the limit.
    record Uneven(Instant hour, long assignments, double w) implements Alarm {}
}
