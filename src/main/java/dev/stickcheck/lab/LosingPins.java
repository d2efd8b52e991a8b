package dev.stickcheck.lab;

import java.util.random.RandomGenerator;

/// Another policy that forgets: for a share of the requests of pinned sessions the pin is lost and a new one given.
record LosingPins(Policy policy, double share) implements Policy {
    @Override
    public Turn turn(Arrival arrival, Table table, RandomGenerator random) {
        Turn turn = policy.turn(arrival, table, random);
        boolean lost =
                turn.decision() instanceof Decision.Forward forward && forward.pinned() && random.nextDouble() < share;
        Turn after = lost ? policy.turn(arrival.forgotten(), table, random) : turn;
        return new Turn(lost ? marked(after.decision()) : after.decision(), new LosingPins(after.next(), share));
    }

    private static Decision marked(Decision decision) {
        return switch (decision) {
            case Decision.Forward forward ->
                new Decision.Forward(forward.instance(), false, forward.setCookies(), Breach.PIN_LOST);
            case Decision.Unavailable unavailable -> unavailable;
        };
    }
}
