package dev.stickcheck.lab;

import dev.stickcheck.lab.Peer.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// What stands behind the balancer of a simulated run, and what befalls it when.
record Scenario(Policy policy, Table table, List<Change> changes) {

    /// What happens to the instances or to the policy at a moment.
    record Change(double second, UnaryOperator<Table> table, UnaryOperator<Policy> policy) {}

    static Scenario of(Policy policy, int instances) {
        List<Integer> weights = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            weights.add(1);
        }
        return new Scenario(policy, Table.ofWeights(weights), List.of());
    }

    /// A balancer whose cookie keeps every session on its instance.
    static Scenario cookie(int instances) {
        return of(cookiePolicy(instances, 1), instances);
    }

    /// A cookie that keeps sessions, and hardly any new ones for the last of three instances.
    static Scenario starving() {
        return new Scenario(cookiePolicy(3, 1), Table.ofWeights(List.of(10, 10, 1)), List.of());
    }

    /// The same with a cookie that ends.
    static Scenario cookie(int instances, Duration lifetime) {
        return of(new InsertedCookie(PinCodes.of(instances, 1), lifetime, Rotation.over(instances)), instances);
    }

    static Policy cookiePolicy(int instances, long seed) {
        return new InsertedCookie(PinCodes.of(instances, seed), Rotation.over(instances));
    }

    Scenario misroute(double share) {
        return new Scenario(new Misrouting(policy, share), table, changes);
    }

    Scenario losePins(double share) {
        return new Scenario(new LosingPins(policy, share), table, changes);
    }

    Scenario health(double second, int instance, Health health) {
        return with(new Change(second, before -> before.with(instance, health), p -> p));
    }

    /// Another instance takes an instance's place, with all that was pinned to it.
    Scenario replace(double second, int instance, String name) {
        return with(new Change(
                second,
                before -> {
                    List<Peer> peers = new ArrayList<>(before.peers());
                    peers.set(instance, new Peer(name, 1, Health.UP));
                    return new Table(peers);
                },
                p -> p));
    }

    /// One more instance, which the balancer hashes over too: consistently, or modulo their number.
    static Scenario growing(double second, boolean consistent) {
        Table three = Table.ofWeights(List.of(1, 1, 1));
        Table four = Table.ofWeights(List.of(1, 1, 1, 1));
        Policy before = consistent ? new ConsistentHash(Ring.of(three)) : new AddressHash(Rotation.over(3));
        Policy after = consistent ? new ConsistentHash(Ring.of(four)) : new AddressHash(Rotation.over(4));
        return new Scenario(before, three, List.of(new Change(second, t -> four, p -> after)));
    }

    Scenario become(double second, Policy other) {
        return with(new Change(second, t -> t, p -> other));
    }

    private Scenario with(Change change) {
        List<Change> all = new ArrayList<>(changes);
        all.add(change);
        return new Scenario(policy, table, all);
    }
}
