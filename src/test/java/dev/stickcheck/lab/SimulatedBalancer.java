package dev.stickcheck.lab;

import dev.stickcheck.lab.Peer.Health;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// A scenario on a simulated clock: takes arrivals in the order of time, without a socket.
final class SimulatedBalancer {
    private final ArrayDeque<Scenario.Change> changes;
    private final RandomGenerator random;
    private Policy policy;
    private Table table;

    SimulatedBalancer(Scenario scenario, RandomGenerator random) {
        this.policy = scenario.policy();
        this.table = scenario.table();
        this.changes = new ArrayDeque<>(scenario.changes().stream()
                .sorted(Comparator.comparingDouble(Scenario.Change::second))
                .toList());
        this.random = random;
    }

    /// What the balancer does with a request.
    ///
    /// @param instance its index; -1 for none
    record Routed(int instance, String name, List<String> setCookies) {}

    Routed route(double second, InetAddress client, String cookieHeader) {
        moveTo(second);
        RequestCookies cookies = new RequestCookies(cookieHeader == null ? List.of() : List.of(cookieHeader));
        Arrival arrival = new Arrival(client, cookies, -1, Load.NONE, SimulatedRun.at(second));
        Policy.Turn turn = policy.turn(arrival, table, random);
        policy = turn.next();
        return switch (turn.decision()) {
            case Decision.Forward forward ->
                new Routed(forward.instance(), table.peer(forward.instance()).name(), forward.setCookies());
            case Decision.Unavailable unavailable -> new Routed(-1, "", List.of());
        };
    }

    /// Whether an instance that was given a request is still there to answer it.
    boolean answers(double second, Routed routed) {
        moveTo(second);
        return routed.instance() >= 0
                && table.peer(routed.instance()).health() != Health.DOWN
                && table.peer(routed.instance()).name().equals(routed.name());
    }

    private void moveTo(double second) {
        while (!changes.isEmpty() && changes.getFirst().second() <= second) {
            Scenario.Change change = changes.removeFirst();
            table = change.table().apply(table);
            policy = change.policy().apply(policy);
        }
    }
}
