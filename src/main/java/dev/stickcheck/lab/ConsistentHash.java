package dev.stickcheck.lab;

import java.util.random.RandomGenerator;

/// The client's whole address chooses, on a ring.
///
/// When an instance takes no new sessions its own clients spread over the others, and nobody else moves; with it back
/// they return. It cannot be drained of its own clients only, since nothing tells an old client from a new one.
record ConsistentHash(Ring ring) implements Policy {
    @Override
    public Turn turn(Arrival arrival, Table table, RandomGenerator random) {
        int owner = ring.owner(
                arrival.client().getAddress(), instance -> table.peer(instance).takesNew());
        return new Turn(owner < 0 ? new Decision.Unavailable() : Decision.Forward.pinned(owner), this);
    }
}
