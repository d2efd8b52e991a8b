package dev.stickcheck.lab;

import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/// Another policy that breaks its promise: a share of the requests of pinned sessions goes to another instance once.
///
/// The pin stays, so that the next request is back where it belongs.
record Misrouting(Policy policy, double share) implements Policy {
    @Override
    public Turn turn(Arrival arrival, Table table, RandomGenerator random) {
        Turn turn = policy.turn(arrival, table, random);
        return new Turn(
                switch (turn.decision()) {
                    case Decision.Forward forward
                    when forward.pinned() && random.nextDouble() < share -> astray(forward, table, random);
                    case Decision.Forward forward -> forward;
                    case Decision.Unavailable unavailable -> unavailable;
                },
                new Misrouting(turn.next(), share));
    }

    private static Decision.Forward astray(Decision.Forward forward, Table table, RandomGenerator random) {
        OptionalInt other = table.drawnOtherThan(forward.instance(), random);
        return other.isPresent()
                ? new Decision.Forward(other.getAsInt(), true, forward.setCookies(), Breach.MISROUTED)
                : forward;
    }
}
