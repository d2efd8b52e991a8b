package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.fixture.Cluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A report path that cannot be written is told before the first request is sent.
class ReportPathsTest {
    @TempDir
    Path folder;

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("--report", "json"),
                Arguments.of("--report", "xml"),
                Arguments.of("--report", "md"),
                Arguments.of("--report", "prom"),
                Arguments.of("--report", "csv"),
                Arguments.of("--observations", "csv"),
                Arguments.of("--observations", "jsonl"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void isToldBeforeTheProbeStarts(String option, String extension) throws Exception {
        Files.createDirectory(folder.resolve("folder." + extension));
        Files.writeString(folder.resolve("file"), "");
        try (Cluster cluster = Cluster.of(1)) {
            for (List<String> bad : List.of(
                    List.of("folder." + extension, "it is a folder"),
                    List.of("missing/x." + extension, "its folder does not exist"),
                    List.of("file/x." + extension, "what should be its folder is a file"),
                    List.of("/proc/x." + extension, "cannot be written"))) {
                Command command = Command.run(
                        "probe",
                        cluster.instance(1).url().toString(),
                        option,
                        folder.resolve(bad.getFirst()).toString());

                assertThat(command.code()).as(command.toString()).isEqualTo(2);
                assertThat(command.err())
                        .hasLineCount(1)
                        .startsWith("stickcheck: ")
                        .contains(bad.getLast());
            }
            assertThat(cluster.requests()).isZero();
        }
    }

    @Test
    void takesTheTableOfObservationsForAReport() throws Exception {
        Path table = folder.resolve("o.csv");

        Command command =
                Command.probe("lab:cookie", "--sessions", "3", "--expect", "any", "--report", table.toString());

        assertThat(command.code()).as(command.toString()).isZero();
        assertThat(Files.readAllLines(table)).hasSize(31).first().asString().startsWith("time,session,sequence,");
    }

    @Test
    void writesNoFileTwiceAtOnce() {
        String table = folder.resolve("o.csv").toString();

        Command command = Command.run("probe", "lab:cookie", "--report", table, "--observations", table);

        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err()).hasLineCount(1).contains("observations of two would go to");
    }

    @Test
    void keepsALinkThatLeadsToNoFileYet() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("r.json"), folder.resolve("real.json"));

        Command.probe("lab:cookie", "--sessions", "3", "--expect", "any", "--report", link.toString());

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(folder.resolve("real.json"))).startsWith("{");
    }
}
