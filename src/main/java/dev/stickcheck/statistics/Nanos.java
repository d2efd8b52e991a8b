package dev.stickcheck.statistics;

import java.time.Instant;

/// Moments as nanoseconds since 1970, for what is kept of many; those that do not fit (before 1678, after 2261) are the
/// first or last that do.
final class Nanos {
    private static final long SECOND = 1_000_000_000;
    private static final long MOST_SECONDS = Long.MAX_VALUE / SECOND;

    private Nanos() {}

    static long of(Instant moment) {
        long seconds = Math.clamp(moment.getEpochSecond(), -MOST_SECONDS, MOST_SECONDS - 1);
        return seconds * SECOND + moment.getNano();
    }

    static Instant moment(long nanos) {
        return Instant.EPOCH.plusNanos(nanos);
    }
}
