package dev.stickcheck.journal;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What a request pays for `--observations`, the disk left out.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JournalBenchmark {
    private final Observation observation = new Observation(
            Instant.parse("2026-11-23T12:00:00.123456789Z"),
            "mhk2x0-12345",
            12_345,
            7,
            Arm.STICKY,
            new Outcome.Identified("instance-1", 200),
            Duration.ofNanos(1_234_567),
            Duration.ofNanos(1_345_678),
            "0/HttpClient-1-42",
            null,
            new CookieTrace(List.of("AWSALB", "AWSALBCORS"), List.of(), List.of(), List.of()),
            80);
    private ObservationWriter.Lines json;
    private ObservationWriter.Lines csv;

    @Setup
    public void open() throws IOException {
        json = new JsonLines(OutputStream.nullOutputStream());
        csv = new CsvLines(OutputStream.nullOutputStream());
    }

    @Benchmark
    public void json() throws IOException {
        json.write(observation);
    }

    @Benchmark
    public void csv() throws IOException {
        csv.write(observation);
    }
}
