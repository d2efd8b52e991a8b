package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.fixture.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// SIGINT in the middle of a comparison: the blocks finished so far are analysed, and no process is left behind.
@Timeout(120)
class CompareSignalTest {
    /// The warm-up and some blocks at 500 requests a second.
    private static final int REQUESTS = 4_200;

    @TempDir
    private Path folder;

    @Test
    void analysesTheBlocksThatAreComplete() throws Exception {
        Path report = folder.resolve("r.json");
        List<ProcessHandle> gatling;
        try (Cluster cluster = Cluster.of(1)) {
            Process compare = start(cluster, report);
            try {
                while (cluster.requests() < REQUESTS && compare.isAlive()) {
                    Thread.onSpinWait();
                    Thread.yield();
                }
                gatling = compare.children().toList();
                new ProcessBuilder("kill", "-INT", Long.toString(compare.pid()))
                        .start()
                        .waitFor();

                assertThat(compare.waitFor(40, TimeUnit.SECONDS)).isTrue();
                assertThat(compare.exitValue())
                        .as(Files.readString(folder.resolve("err")))
                        .isEqualTo(130);
            } finally {
                compare.destroyForcibly();
            }
        }
        Json result = Json.of(Files.readString(report));
        assertThat(result.text("/ending/kind")).isEqualTo("interrupted");
        assertThat(result.number("/arms/on/requests")).isGreaterThan(100);
        assertThat(result.number("/comparison/blocks/1/number")).isEqualTo(1);
        assertThat(result.violations()).isEmpty();
        assertThat(gatling).hasSize(1).noneMatch(ProcessHandle::isAlive);
    }

    private Process start(Cluster cluster, Path report) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "compare",
                        cluster.instance(1).url().toString(),
                        "--duration",
                        "20s",
                        "--rate",
                        "500",
                        "--gatling-reports",
                        folder.toString(),
                        "--report",
                        report.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("err").toFile())
                .start();
    }
}
