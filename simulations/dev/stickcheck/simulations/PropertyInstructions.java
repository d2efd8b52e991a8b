package dev.stickcheck.simulations;

import dev.stickcheck.compare.Instructions;
import dev.stickcheck.compare.Shares;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.InstanceSource;
import dev.stickcheck.model.Request;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Instructions for those who start Gatling themselves, by `mvn gatling:test`: from system properties.
///
/// | property | |
/// |---|---|
/// | `stickcheck.on` | the target with affinity; without it `http://127.0.0.1:8080/api/health` |
/// | `stickcheck.off` | the target without; not given: the same, and its sessions drop their cookies |
/// | `stickcheck.journey` | a class, see [Journey] |
/// | `stickcheck.seconds` `stickcheck.users` | 60, 10 |
/// | `stickcheck.rate` `stickcheck.requests` | 50 a second, 10 a session |
/// | `stickcheck.seed` | 42 |
final class PropertyInstructions {
    private PropertyInstructions() {}

    static Instructions read() {
        String on = System.getProperty("stickcheck.on", "http://127.0.0.1:8080/api/health");
        String off = System.getProperty("stickcheck.off", on);
        double rate = Integer.getInteger("stickcheck.rate", 50);
        int requests = Integer.getInteger("stickcheck.requests", 10);
        long seed = Long.getLong("stickcheck.seed", 42);
        Duration duration = Duration.ofSeconds(Integer.getInteger("stickcheck.seconds", 60));
        return new Instructions(
                URI.create(on),
                URI.create(off),
                true,
                !off.equals(on),
                false,
                Shares.of(duration, rate, requests, Shares.USUAL_BLOCKS).timetable(new SplittableRandom(seed)),
                new Instructions.Pace(Integer.getInteger("stickcheck.users", 10), rate, Duration.ZERO, requests),
                new Instructions.Wire(
                        ConnectionPolicy.POOLED, false, false, null, Duration.ofSeconds(10), null, Map.of(), List.of()),
                Request.GET,
                InstanceSource.standard(),
                System.getProperty("stickcheck.journey", RequestJourney.class.getName()),
                seed);
    }
}
