package dev.stickcheck.lab;

import java.math.BigInteger;
import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The guide's option 5: every instance knows which one a session belongs to, by a hash of its `session_id`, and
/// redirects what it should not have got.
///
/// Instances are counted and not watched: a session of an instance that is down is redirected into the void.
///
/// @param misroute this share of requests is answered by the instance it landed on, which is not its own
/// @param losePin for this share of requests the `session_id` is forgotten
/// @param defect what is wrong with the cookie; null: nothing
record SessionRedirect(
        int instances,
        Duration lifetime,
        double misroute,
        double losePin,
        @Nullable CookieDefect defect) {
    static final String NAME = "session_id";

    /// What an instance does with a request.
    ///
    /// @param instance who is to answer: this instance, or the one to redirect to
    /// @param setCookie goes with the answer either way, or the next instance would begin another session
    record Course(int instance, String setCookie, Breach breach) {}

    /// @param own the instance that got the request
    /// @param entry whether it came through the balancer; one that was redirected has had its lot drawn
    /// @param sessionId empty when the client brought none
    Course course(int own, boolean entry, String sessionId, RandomGenerator random) {
        boolean known = !sessionId.isEmpty();
        boolean lost = known && entry && random.nextDouble() < losePin;
        String id = known && !lost ? sessionId : drawn(random);
        int right = instance(id);
        // Only a request that landed elsewhere can be kept there, which (n - 1) of n do.
        boolean kept =
                known && !lost && entry && right != own && random.nextDouble() < misroute * instances / (instances - 1);
        Breach breach = lost ? Breach.PIN_LOST : kept ? Breach.MISROUTED : Breach.NONE;
        return new Course(kept ? own : right, cookie(id), breach);
    }

    /// The instance of a session: the MD5 of its id as one number, modulo the number of instances.
    int instance(String sessionId) {
        return new BigInteger(1, Md5.of(sessionId))
                .mod(BigInteger.valueOf(instances))
                .intValue();
    }

    private String cookie(String id) {
        String cookie = NAME + "=" + id + "; HttpOnly; Max-Age=" + lifetime.toSeconds() + "; Path=/; SameSite=lax";
        return defect == null ? cookie : defect.of(cookie);
    }

    /// A random UUID, version 4.
    private static String drawn(RandomGenerator random) {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }
}
