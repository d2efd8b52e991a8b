package dev.stickcheck.statistics;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import dev.stickcheck.model.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/// Generates so many observations in two parts, merges and analyses them, in a process of its own: what that takes of
/// memory is what the heap of that process must be. Prints how long it took and what it found.
public final class ManyObservations {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final CookieTrace SENT = new CookieTrace(List.of("pin"), List.of(), List.of(), List.of());
    private static final int REQUESTS = 10;

    private ManyObservations() {}

    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        long begun = System.nanoTime();
        Evidence first = new Evidence(measured());
        Evidence second = new Evidence(measured());
        generate(count / REQUESTS, first, second);
        // The larger part takes in the smaller one, whose memory is then free again.
        Evidence all = first.size() >= second.size() ? first.merge(second) : second.merge(first);
        first = null;
        second = null;
        long read = System.nanoTime();
        Findings findings = all.findings(new SplittableRandom(1));
        long end = System.nanoTime();
        System.out.printf(
                "%d observations of %d sessions, %d failed, read in %.1f s, analysed in %.1f s%n",
                findings.requests(),
                findings.sessionsLaunched(),
                findings.stickiness().sessionsFailed(),
                (read - begun) / 1e9,
                (end - read) / 1e9);
    }

    private static Measured measured() {
        return new Measured(
                new Instances.Undeclared(),
                Expectation.STICKY,
                Thresholds.DEFAULT,
                REQUESTS,
                false,
                true,
                ConnectionPolicy.POOLED,
                1);
    }

    /// Sessions of ten requests over an hour, 2 % of which move once; nine in ten observations go to the first part.
    private static void generate(int sessions, Evidence first, Evidence second) {
        SplittableRandom random = new SplittableRandom(1);
        for (int s = 0; s < sessions; s++) {
            int home = random.nextInt(5);
            int stray = random.nextInt(50) == 0 ? random.nextInt(2, REQUESTS + 1) : 0;
            long begun = (long) (3_600e9 * s / sessions);
            for (int r = 1; r <= REQUESTS; r++) {
                int instance = r == stray ? (home + 1) % 5 : home;
                Duration latency = Duration.ofNanos(random.nextLong(500_000, 80_000_000));
                Observation observation = new Observation(
                        START.plusNanos(begun + r * 700_000_000L + random.nextLong(200_000_000)),
                        "run-" + Integer.toString(s, 36),
                        s,
                        r,
                        Arm.STICKY,
                        new Outcome.Identified("instance-" + instance, 200),
                        latency,
                        latency,
                        "connection-" + random.nextInt(1000),
                        null,
                        r == 1 ? CookieTrace.NONE : SENT,
                        r == 1 ? 0 : 42);
                (random.nextInt(10) == 0 ? second : first).observe(observation);
            }
        }
    }
}
