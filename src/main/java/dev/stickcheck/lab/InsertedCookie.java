package dev.stickcheck.lab;

import java.util.List;
import java.util.random.RandomGenerator;

/// A session cookie names the instance; who brings none (or none that is known) gets the next instance and its cookie.
///
/// As HAProxy's `cookie … insert`: the cookie is set only when the pin is new, a draining instance keeps its sessions,
/// and a session whose instance is down is pinned anew.
record InsertedCookie(PinCodes codes, Rotation rotation) implements Policy {
    static final String NAME = "STICKCHECK_LAB";

    @Override
    public Turn turn(Arrival arrival, Table table, RandomGenerator random) {
        String code = arrival.cookies().value(NAME);
        int pin = code == null ? -1 : codes.instance(code);
        if (pin >= 0 && table.peer(pin).takesPinned()) {
            return new Turn(Decision.Forward.pinned(pin), this);
        }
        Rotation.Step step = rotation.step(table);
        if (step.instance() < 0) {
            return new Turn(new Decision.Unavailable(), this);
        }
        String cookie = NAME + "=" + codes.code(step.instance()) + "; Path=/; HttpOnly";
        return new Turn(
                new Decision.Forward(step.instance(), false, List.of(cookie)), new InsertedCookie(codes, step.next()));
    }
}
