package dev.stickcheck.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Emulates the `lb_cookie` stickiness of an AWS Application Load Balancer.
///
/// `AWSALB` and its twin for other sites carry the same opaque value, a new one with every answer, which begins the
/// stickiness duration anew; the duration is inside the value, `Expires` is always seven days away. A target that is
/// down or deregistered (drained) loses its sessions to a new target, and they do not go back.
///
/// @param stickiness how long a value counts
record AwsLoadBalancer(SealedPins pins, Duration stickiness, Rotation rotation) implements Policy {
    static final String NAME = "AWSALB";
    static final String TWIN = "AWSALBCORS";
    private static final Duration EXPIRES = Duration.ofDays(7);

    @Override
    public Turn turn(Arrival arrival, Table table, RandomGenerator random) {
        int pin = pin(arrival, table);
        if (pin >= 0) {
            return new Turn(new Decision.Forward(pin, true, cookies(pin, arrival.at(), random)), this);
        }
        Rotation.Step step = rotation.step(table);
        if (step.instance() < 0) {
            return new Turn(new Decision.Unavailable(), this);
        }
        List<String> cookies = cookies(step.instance(), arrival.at(), random);
        return new Turn(
                new Decision.Forward(step.instance(), false, cookies),
                new AwsLoadBalancer(pins, stickiness, step.next()));
    }

    private int pin(Arrival arrival, Table table) {
        SealedPins.@Nullable Pin pin = pins.open(arrival.cookies().value(NAME));
        if (pin == null) {
            pin = pins.open(arrival.cookies().value(TWIN));
        }
        if (pin == null || !arrival.at().isBefore(pin.end())) {
            return -1;
        }
        return table.peer(pin.instance()).takesNew() ? pin.instance() : -1;
    }

    private List<String> cookies(int instance, Instant now, RandomGenerator random) {
        String value = pins.seal(new SealedPins.Pin(instance, now.plus(stickiness)), random);
        String lifetime = value + "; Expires=" + CookieDates.expires(now.plus(EXPIRES)) + "; Path=/";
        return List.of(NAME + "=" + lifetime, TWIN + "=" + lifetime + "; SameSite=None; Secure");
    }
}
