package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.fixture.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// SIGINT in the middle of a comparison: the blocks finished so far are analysed, and no process is left behind.
@Timeout(120)
class CompareSignalTest {
    /// The warm-up and some blocks at 500 requests a second.
    private static final int REQUESTS = 4_200;

    /// Of the warm-up there are twelve switches, and at least one of each block.
    private static final String HANGS_LATE = """
            echo . >> %1$s/switches
            if [ $(wc -l < %1$s/switches) -gt 24 ]; then
              sleep 300 & echo $! > %1$s/pid.new; mv %1$s/pid.new %1$s/pid; wait
            fi
            """;

    @TempDir
    private Path folder;

    @Test
    void analysesTheBlocksThatAreComplete() throws Exception {
        List<ProcessHandle> gatling;
        try (Cluster cluster = Cluster.of(1)) {
            Process compare = start(cluster);
            try {
                while (cluster.requests() < REQUESTS && compare.isAlive()) {
                    Thread.onSpinWait();
                    Thread.yield();
                }
                gatling = gatling(compare);
                signal(compare, "INT");
                assertEnds(compare, 130);
            } finally {
                compare.destroyForcibly();
            }
        }
        assertThat(gatling).hasSize(1).noneMatch(ProcessHandle::isAlive);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void endsACommandThatSwitchesTheTarget(String signal, int code) throws Exception {
        String command = HANGS_LATE.formatted(folder);
        Path pid = folder.resolve("pid");
        try (Cluster cluster = Cluster.of(1)) {
            Process compare = start(cluster, "--toggle-on", command, "--toggle-off", command);
            try {
                while (!Files.exists(pid) && compare.isAlive()) {
                    Thread.onSpinWait();
                    Thread.yield();
                }
                signal(compare, signal);
                assertEnds(compare, code);
            } finally {
                compare.destroyForcibly();
            }
        }
        long sleeping = Long.parseLong(Files.readString(pid).strip());
        assertThat(ProcessHandle.of(sleeping)).isNotPresent();
    }

    @Test
    void leavesNoScratchBehindWhenItIsKilled() throws Exception {
        Path scratch = Files.createDirectories(folder.resolve("tmp"));
        try (Cluster cluster = Cluster.of(1)) {
            Process compare = start(cluster);
            try {
                while (cluster.requests() == 0 && compare.isAlive()) {
                    Thread.onSpinWait();
                    Thread.yield();
                }
                assertThat(folders(scratch)).isNotEmpty();
            } finally {
                compare.destroyForcibly();
            }
            while (!folders(scratch).isEmpty()) {
                Thread.onSpinWait();
                Thread.yield();
            }
        }
    }

    private static List<Path> folders(Path scratch) throws IOException {
        try (Stream<Path> folders = Files.list(scratch)) {
            return folders.filter(place -> place.getFileName().toString().startsWith("stickcheck-"))
                    .toList();
        }
    }

    private static List<ProcessHandle> gatling(Process compare) {
        return compare.children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .toList();
    }

    private static void signal(Process process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private void assertEnds(Process compare, int code) throws Exception {
        assertThat(compare.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(compare.exitValue())
                .as(Files.readString(folder.resolve("err")))
                .isEqualTo(code);
        Json result = Json.of(Files.readString(folder.resolve("r.json")));
        assertThat(result.text("/ending/kind")).isEqualTo("interrupted");
        assertThat(result.number("/arms/on/requests")).isGreaterThan(100);
        assertThat(result.number("/comparison/blocks/1/number")).isEqualTo(1);
        assertThat(result.violations()).isEmpty();
    }

    private Process start(Cluster cluster, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
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
                folder.resolve("r.json").toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("err").toFile())
                .start();
    }
}
