package dev.stickcheck.simulations;

import static io.gatling.javaapi.http.HttpDsl.Proxy;
import static io.gatling.javaapi.http.HttpDsl.http;

import dev.stickcheck.compare.Instructions;
import dev.stickcheck.model.Request.Header;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How Gatling reaches the target of an arm, with the recording in it: a journey needs to know nothing of either.
///
/// What would call out or blur the measurement is off: the warm-up request to a public site, caches, resources inferred
/// from pages. Redirects are followed, as long as they stay on the target, and are part of their request's time.
final class Wiring {
    /// More than are ever followed: who listens counts them.
    private static final int MOST_REDIRECTS = 50;

    /// Whether the session's last step is being asked.
    static final String LAST = "stickcheck.last";

    private static final String USER_AGENT = "User-Agent";

    private Wiring() {}

    static HttpProtocolBuilder of(Run run, URI target, Set<Integer> lostStatuses) {
        Instructions instructions = run.instructions;
        Instructions.Wire wire = instructions.wire();
        String userAgent = userAgent(instructions.request().headers());
        Listening listening = new Listening(run, target, lostStatuses);
        HttpProtocolBuilder protocol = http.baseUrl(target.getScheme() + "://" + target.getRawAuthority())
                .disableWarmUp()
                .disableCaching()
                .disableAutoReferer()
                .disableAutoOrigin()
                .maxRedirects(MOST_REDIRECTS)
                // Asked for as the request is made, before a connection is looked for: the moment of its sending.
                .userAgentHeader(session -> {
                    listening.asking(session.userId());
                    return userAgent;
                })
                .sign(listening::sending)
                .transformResponse(listening::answered);
        for (Header header : instructions.request().headers()) {
            String value = header.value();
            if (!header.name().equalsIgnoreCase(USER_AGENT)) {
                // A function, since Gatling would read expressions in a text.
                protocol = protocol.header(header.name(), session -> value);
            }
        }
        return network(protocol, wire);
    }

    private static String userAgent(List<Header> headers) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(USER_AGENT))
                .map(Header::value)
                .findFirst()
                .orElse("stickcheck");
    }

    private static HttpProtocolBuilder network(HttpProtocolBuilder bare, Instructions.Wire wire) {
        HttpProtocolBuilder protocol = bare;
        protocol = switch (wire.connections()) {
            case POOLED -> protocol.shareConnections();
            // A user keeps its connections over its sessions, unless the last request of each ends them.
            case PER_SESSION -> protocol.connectionHeader(session -> session.getBoolean(LAST) ? "close" : "keep-alive");
            case FRESH -> protocol.connectionHeader("close");
        };
        if (wire.http2()) {
            protocol = protocol.enableHttp2();
        }
        InetSocketAddress proxy = wire.proxy();
        if (proxy != null) {
            protocol = protocol.proxy(Proxy(proxy.getHostString(), proxy.getPort()));
        }
        if (!wire.resolve().isEmpty()) {
            protocol = protocol.hostNameAliases(aliases(wire.resolve()));
        }
        if (!wire.sourceAddresses().isEmpty()) {
            protocol = protocol.localAddresses(wire.sourceAddresses().stream()
                    .map(InetAddress::getHostAddress)
                    .toList());
        }
        return protocol;
    }

    private static Map<String, List<String>> aliases(Map<String, InetAddress> resolve) {
        Map<String, List<String>> aliases = new HashMap<>();
        resolve.forEach((host, address) -> aliases.put(host, List.of(address.getHostAddress())));
        return aliases;
    }
}
