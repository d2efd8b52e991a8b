package dev.stickcheck.lab;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A session cookie names the instance; who brings none (or none that is known) gets the next instance and its cookie.
///
/// As HAProxy's `cookie … insert`: the cookie is set only when the pin is new, a draining instance keeps its sessions,
/// and a session whose instance is down is pinned anew.
///
/// @param lifetime the cookie's `Max-Age`; null: it lives as long as the client's session
record InsertedCookie(PinCodes codes, @Nullable Duration lifetime, Rotation rotation) implements Policy {
    static final String NAME = "STICKCHECK_LAB";

    InsertedCookie(PinCodes codes, Rotation rotation) {
        this(codes, null, rotation);
    }

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
        String cookie = NAME + "=" + codes.code(step.instance()) + "; Path=/; HttpOnly"
                + (lifetime == null ? "" : "; Max-Age=" + lifetime.toSeconds());
        return new Turn(
                new Decision.Forward(step.instance(), false, List.of(cookie)),
                new InsertedCookie(codes, lifetime, step.next()));
    }
}
