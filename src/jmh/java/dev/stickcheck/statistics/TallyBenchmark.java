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
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What a request pays for being counted, with the progress that is asked for before the next one is chosen.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TallyBenchmark {
    private static final int SESSIONS = 1_000;
    private static final int REQUESTS = 10;

    /// The share of answers from another instance than the session's.
    @Param({"0", "0.08"})
    double misrouted;

    private final Measured measured = new Measured(
            new Instances.Counted(3),
            Expectation.STICKY,
            Thresholds.DEFAULT,
            REQUESTS,
            true,
            true,
            ConnectionPolicy.POOLED,
            42);
    private final List<Observation> observations = new ArrayList<>();

    @Setup
    public void observations() {
        SplittableRandom random = new SplittableRandom(42);
        Instant start = Instant.EPOCH;
        for (int request = 1; request <= REQUESTS; request++) {
            for (int session = 0; session < SESSIONS; session++) {
                boolean astray = random.nextDouble() < misrouted;
                observations.add(observation(start.plusMillis(observations.size()), session, request, astray));
            }
        }
    }

    private static Observation observation(Instant time, int session, int sequence, boolean astray) {
        return new Observation(
                time,
                "s" + session,
                session,
                sequence,
                Arm.STICKY,
                new Outcome.Identified("instance-" + (astray ? session + 1 : session) % 3, 200),
                Duration.ofMillis(2),
                Duration.ofMillis(2),
                "0/" + session % 10,
                null,
                CookieTrace.NONE,
                20);
    }

    @Benchmark
    @OperationsPerInvocation(SESSIONS * REQUESTS)
    public long observe() {
        Tally tally = new Tally(measured);
        long judged = 0;
        for (Observation observation : observations) {
            tally.observe(observation);
            judged += tally.progress().judged();
        }
        return judged;
    }
}
