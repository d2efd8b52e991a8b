package dev.stickcheck.lab;

import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/// Every request goes to an instance drawn by weight; nothing sticks.
record WeightedRandom() implements Policy {
    @Override
    public Turn turn(Arrival arrival, Table table, RandomGenerator random) {
        OptionalInt drawn = table.drawn(random);
        return new Turn(
                drawn.isPresent() ? Decision.Forward.fresh(drawn.getAsInt()) : new Decision.Unavailable(), this);
    }
}
