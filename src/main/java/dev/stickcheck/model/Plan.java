package dev.stickcheck.model;

import java.net.InetAddress;
import java.net.URI;
import java.util.Map;

/// Everything that a probe needs to know before it sends its first request.
///
/// @param url where requests go: `http`, `https`, `ws` or `wss`, with a path
/// @param seed of every random choice
public record Plan(
        URI url,
        Request request,
        InstanceSource instanceSource,
        Instances instances,
        Expectation expectation,
        Schedule schedule,
        Thresholds thresholds,
        Network network,
        long seed) {

    public Plan withUrl(URI other, Instances declared) {
        return new Plan(other, request, instanceSource, declared, expectation, schedule, thresholds, network, seed);
    }

    /// The same plan with more host names that stand for an address.
    public Plan resolving(Map<String, InetAddress> names) {
        Network wider = network.resolving(names);
        return new Plan(url, request, instanceSource, instances, expectation, schedule, thresholds, wider, seed);
    }

    public Plan withSchedule(Schedule other) {
        return new Plan(url, request, instanceSource, instances, expectation, other, thresholds, network, seed);
    }

    /// Whether sessions are WebSocket handshakes.
    public boolean webSocket() {
        return "ws".equals(url.getScheme()) || "wss".equals(url.getScheme());
    }
}
