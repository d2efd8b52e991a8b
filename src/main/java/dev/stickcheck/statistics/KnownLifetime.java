package dev.stickcheck.statistics;

import dev.stickcheck.model.PinLifetime;
import dev.stickcheck.model.PinLifetime.Kind;
import dev.stickcheck.model.PinLifetime.Renewal;
import org.jspecify.annotations.Nullable;

/// Whether a lifetime of affinity that was searched for explains that a session moved (STATISTICS 1.3, 1.5).
///
/// Time is taken from request to request, as the balancer sees it. A silence that is longer than the longest that was
/// surely kept may have ended affinity, whether requests renew it or not; how long a pin is old explains a move only
/// where requests are known not to renew it.
///
/// @param kept nanoseconds that affinity surely lasts; the largest number when nothing is known
record KnownLifetime(long kept, boolean absolute) {
    private static final KnownLifetime NONE = new KnownLifetime(Long.MAX_VALUE, false);

    static KnownLifetime of(@Nullable PinLifetime found) {
        Double seconds = found == null ? null : found.keptSeconds();
        return found == null || seconds == null || found.kind() != Kind.BRACKETED
                ? NONE
                : new KnownLifetime((long) (seconds * 1e9), found.renewal() == Renewal.ABSOLUTE);
    }

    /// @param sent when the session sent the request that met another instance
    boolean explains(SessionState session, long sent) {
        return session.idle > kept || (absolute && sent - session.pinned > kept);
    }
}
