package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.fixture.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// SIGINT and SIGTERM in the middle: what was measured is written, and the exit code is the signal's.
class SignalTest {
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    @Timeout(60)
    void writesWhatWasMeasured(String signal, int code, @TempDir Path folder) throws Exception {
        Path report = folder.resolve("r.json");
        Path observations = folder.resolve("o.jsonl");
        try (Cluster cluster = Cluster.of(1)) {
            Process probe = start(cluster, report, observations, folder.resolve("err"));
            try {
                while (cluster.requests() < 30 && probe.isAlive()) {
                    Thread.onSpinWait();
                }
                new ProcessBuilder("kill", "-" + signal, Long.toString(probe.pid()))
                        .start()
                        .waitFor();

                assertThat(probe.waitFor(40, TimeUnit.SECONDS)).isTrue();
                assertThat(probe.exitValue())
                        .as(Files.readString(folder.resolve("err")))
                        .isEqualTo(code);
            } finally {
                probe.destroyForcibly();
            }
        }
        Json result = Json.of(Files.readString(report));
        assertThat(result.text("/ending/kind")).isEqualTo("interrupted");
        assertThat(result.number("/requests")).isGreaterThanOrEqualTo(10);
        assertThat(result.violations()).isEmpty();
        assertThat(Files.readAllLines(observations)).hasSize((int) result.number("/requests"));
    }

    @Test
    @Timeout(60)
    void keepsWhatEarlierTargetsCameTo(@TempDir Path folder) throws Exception {
        Path report = folder.resolve("r.json");
        try (Cluster first = Cluster.of(1);
                Cluster second = Cluster.of(1);
                Cluster third = Cluster.of(1)) {
            Path config = Files.writeString(
                    folder.resolve("stickcheck.yaml"),
                    "expect: any\nreport: %s\ntargets:\n  - {target: '%s', sessions: 3}\n  - '%s'\n  - '%s'\n"
                            .formatted(
                                    report,
                                    first.instance(1).url(),
                                    second.instance(1).url(),
                                    third.instance(1).url()));
            Process probe = start(folder.resolve("err"), "--config", config.toString());
            try {
                while (second.requests() < 30 && probe.isAlive()) {
                    Thread.onSpinWait();
                }
                new ProcessBuilder("kill", "-INT", Long.toString(probe.pid()))
                        .start()
                        .waitFor();

                assertThat(probe.waitFor(40, TimeUnit.SECONDS)).isTrue();
                assertThat(probe.exitValue())
                        .as(Files.readString(folder.resolve("err")))
                        .isEqualTo(130);
            } finally {
                probe.destroyForcibly();
            }
            assertThat(third.requests()).isZero();
        }
        Json results = Json.of(Files.readString(report));
        assertThat(results.root()).hasSize(2);
        assertThat(results.text("/0/ending/kind")).isEqualTo("completed");
        assertThat(results.text("/1/ending/kind")).isEqualTo("interrupted");
    }

    private static Process start(Cluster cluster, Path report, Path observations, Path err) throws IOException {
        return start(
                err,
                cluster.instance(1).url().toString(),
                "--sessions",
                "1000",
                "--rate",
                "100",
                "--instances",
                "1",
                "--report",
                report.toString(),
                "--observations",
                observations.toString());
    }

    private static Process start(Path err, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "probe"));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
    }
}
