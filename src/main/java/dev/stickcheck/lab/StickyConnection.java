package dev.stickcheck.lab;

import java.util.random.RandomGenerator;

/// A connection stays where its first request went; the next connection gets the next instance. No cookie.
///
/// As a balancer of connections does that a client keeps alive. When the instance is down the connection's next request
/// goes to another one, and stays there.
record StickyConnection(Rotation rotation) implements Policy {
    @Override
    public Turn turn(Arrival arrival, Table table, RandomGenerator random) {
        int home = arrival.home();
        if (home >= 0 && table.peer(home).takesPinned()) {
            return new Turn(Decision.Forward.pinned(home), this);
        }
        Rotation.Step step = rotation.step(table);
        return step.instance() < 0
                ? new Turn(new Decision.Unavailable(), this)
                : new Turn(Decision.Forward.fresh(step.instance()), new StickyConnection(step.next()));
    }
}
