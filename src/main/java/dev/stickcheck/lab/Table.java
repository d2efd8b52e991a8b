package dev.stickcheck.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/// The instances behind a balancer, in order, at one moment.
record Table(List<Peer> peers) {
    Table {
        peers = List.copyOf(peers);
    }

    /// Instances `instance-1`, `instance-2`, … that are all up.
    static Table ofWeights(List<Integer> weights) {
        List<Peer> peers = new ArrayList<>();
        for (int weight : weights) {
            peers.add(new Peer("instance-" + (peers.size() + 1), weight, Peer.Health.UP));
        }
        return new Table(peers);
    }

    int size() {
        return peers.size();
    }

    Peer peer(int index) {
        return peers.get(index);
    }

    List<String> names() {
        return peers.stream().map(Peer::name).toList();
    }

    /// The index of an instance, or -1 when there is none of this name.
    int named(String name) {
        return names().indexOf(name);
    }

    /// The same table with one instance in another state.
    Table with(int index, Peer.Health health) {
        List<Peer> changed = new ArrayList<>(peers);
        changed.set(index, new Peer(peers.get(index).name(), peers.get(index).weight(), health));
        return new Table(changed);
    }

    /// The weights of all instances together, whatever their state.
    int totalWeight() {
        int total = 0;
        for (Peer peer : peers) {
            total += peer.weight();
        }
        return total;
    }

    /// One of the instances that take new sessions, with probability by weight.
    OptionalInt drawn(RandomGenerator random) {
        return drawnOtherThan(-1, random);
    }

    /// As [#drawn], with one instance left out.
    OptionalInt drawnOtherThan(int excluded, RandomGenerator random) {
        int total = 0;
        for (int i = 0; i < peers.size(); i++) {
            total += i != excluded && peers.get(i).takesNew() ? peers.get(i).weight() : 0;
        }
        if (total == 0) {
            return OptionalInt.empty();
        }
        int rest = random.nextInt(total);
        int at = -1;
        while (rest >= 0) {
            at++;
            rest -= at != excluded && peers.get(at).takesNew() ? peers.get(at).weight() : 0;
        }
        return OptionalInt.of(at);
    }
}
