package dev.stickcheck.lab;

import java.util.random.RandomGenerator;

/// Another policy whose every cookie is set with a defect.
record DefectiveCookie(Policy policy, CookieDefect defect) implements Policy {
    @Override
    public Turn turn(Arrival arrival, Table table, RandomGenerator random) {
        Turn turn = policy.turn(arrival, table, random);
        return new Turn(
                switch (turn.decision()) {
                    case Decision.Forward forward ->
                        new Decision.Forward(
                                forward.instance(),
                                forward.pinned(),
                                forward.setCookies().stream().map(defect::of).toList(),
                                forward.breach());
                    case Decision.Unavailable unavailable -> unavailable;
                },
                new DefectiveCookie(turn.next(), defect));
    }
}
