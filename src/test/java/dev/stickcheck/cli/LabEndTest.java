package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.fixture.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A lab with a real balancer ends with its command, whatever ends the command or (`-`) its whole process group: no
/// process and no file stays behind.
class LabEndTest {
    @ParameterizedTest
    @CsvSource({
        "nginx/cookie, INT, '', 130",
        "haproxy/cookie, TERM, '', 143",
        "apache/cookie, TERM, '', 143",
        "nginx/round-robin, KILL, '', 137",
        "apache/cookie, KILL, '', 137",
        "caddy/cookie, KILL, '', 137",
        "haproxy/source, KILL, -, 137"
    })
    @Timeout(60)
    void leavesNothingBehind(String policy, String signal, String group, int code, @TempDir Path folder)
            throws Exception {
        Process probe = new ProcessBuilder(
                        "setsid",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "probe",
                        "lab:" + policy,
                        "--expect",
                        "any",
                        "--sessions",
                        "100000",
                        "--observations",
                        folder.resolve("o.jsonl").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        try {
            Eventually.holds("it measures", () -> {
                Path observations = folder.resolve("o.jsonl");
                return !probe.isAlive()
                        || (Files.exists(observations) && observations.toFile().length() > 0);
            });
            List<ProcessHandle> programs = probe.descendants().toList();
            assertThat(programs).as(Files.readString(folder.resolve("said"))).isNotEmpty();

            new ProcessBuilder("kill", "-" + signal, "--", group + probe.pid())
                    .start()
                    .waitFor();

            assertThat(probe.waitFor(40, TimeUnit.SECONDS)).isTrue();
            assertThat(probe.exitValue()).isEqualTo(code);
            Eventually.holds("every process has ended", () -> programs.stream().noneMatch(ProcessHandle::isAlive));
            Eventually.holds("its folder is gone", () -> labs(folder).isEmpty());
            if (!signal.equals("KILL")) {
                assertThat(Files.readString(folder.resolve("o.jsonl")))
                        .as("the balancer outlives the last request")
                        .doesNotContain("\"refused\"", "\"reset\"");
            }
        } finally {
            probe.destroyForcibly();
        }
    }

    private static List<Path> labs(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
