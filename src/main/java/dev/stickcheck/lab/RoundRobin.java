package dev.stickcheck.lab;

import java.util.random.RandomGenerator;

/// Every request goes to the next instance, in proportion to the weights; nothing sticks.
record RoundRobin(Rotation rotation) implements Policy {
    @Override
    public Turn turn(Arrival arrival, Table table, RandomGenerator random) {
        Rotation.Step step = rotation.step(table);
        return step.instance() < 0
                ? new Turn(new Decision.Unavailable(), this)
                : new Turn(Decision.Forward.fresh(step.instance()), new RoundRobin(step.next()));
    }
}
