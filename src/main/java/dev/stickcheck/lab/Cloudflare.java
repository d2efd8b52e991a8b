package dev.stickcheck.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Emulates Cloudflare's session affinity by cookie, over plain HTTP: `__cflb` with `SameSite=Lax` and no `Secure`.
///
/// The cookie is set when the pin is new and counts for its time from then on, to the end of the second, so that client
/// and balancer let go of it at the same moment. New sessions are steered at random. A
/// draining endpoint keeps its sessions.
///
/// @param ttl how long a pin counts
/// @param failover what becomes of a session whose endpoint is down or does not answer
record Cloudflare(SealedPins pins, Duration ttl, Failover failover) implements Policy {
    static final String NAME = "__cflb";

    /// Cloudflare's `zero_downtime_failover`.
    enum Failover {
        /// A request that its endpoint does not answer fails; an endpoint that is known to be down loses its sessions.
        NONE,
        /// Another endpoint answers as long as it takes, and the session returns.
        TEMPORARY,
        /// Another endpoint answers, and the session stays there.
        STICKY
    }

    @Override
    public Turn turn(Arrival arrival, Table table, RandomGenerator random) {
        int pin = pin(arrival);
        if (pin >= 0 && table.peer(pin).takesPinned()) {
            return new Turn(Decision.Forward.pinned(pin), this);
        }
        OptionalInt drawn = table.drawn(random);
        if (drawn.isEmpty()) {
            return new Turn(new Decision.Unavailable(), this);
        }
        boolean returns = pin >= 0 && failover == Failover.TEMPORARY;
        List<String> cookies = returns ? List.of() : List.of(cookie(drawn.getAsInt(), arrival.at(), random));
        return new Turn(new Decision.Forward(drawn.getAsInt(), false, cookies), this);
    }

    private int pin(Arrival arrival) {
        SealedPins.@Nullable Pin pin = pins.open(arrival.cookies().value(NAME));
        return pin == null || !arrival.at().isBefore(pin.end()) ? -1 : pin.instance();
    }

    private String cookie(int instance, Instant now, RandomGenerator random) {
        Instant end = CookieDates.writable(now.plus(ttl));
        return NAME + "=" + pins.seal(new SealedPins.Pin(instance, end), random) + "; SameSite=Lax; path=/; expires="
                + CookieDates.expires(end) + "; HttpOnly";
    }
}
