package dev.stickcheck.lab;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;

/// What a balancer knows of a request when it chooses.
///
/// @param client where the connection comes from, whatever a header claims
/// @param cookies what the client returned
/// @param home the instance that was last chosen for this connection, or -1 when none was
/// @param load how busy the instances are
/// @param at when it arrived
record Arrival(InetAddress client, RequestCookies cookies, int home, Load load, Instant at) {
    /// The same request as if nothing were known of its client but the address.
    Arrival forgotten() {
        return new Arrival(client, new RequestCookies(List.of()), -1, load, at);
    }
}
