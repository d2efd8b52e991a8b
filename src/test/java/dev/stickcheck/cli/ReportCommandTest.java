package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A saved result rendered again.
class ReportCommandTest {
    @TempDir
    private Path folder;

    private Path saved;
    private Command probe;

    @BeforeEach
    void probe() {
        saved = folder.resolve("saved.json");
        probe = Command.probe("lab:random", "--report", saved.toString());
    }

    @Test
    void saysTheSameAgainAndExitsAsTheRunDid() throws Exception {
        Command again = Command.run("report", saved.toString());
        assertThat(again.code()).isEqualTo(probe.code()).isEqualTo(1);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).isEqualTo(probe.err()).startsWith("✗ FAIL");
        assertThat(Command.run("report", saved.toString(), "--json").out()).isEqualTo(Files.readString(saved));
    }

    @Test
    void writesEveryFormat() throws Exception {
        Path html = folder.resolve("x.html");
        Path markdown = folder.resolve("x.md");
        Path json = folder.resolve("x.json");
        Command command = Command.run(
                "report",
                saved.toString(),
                "--quiet",
                "--report",
                html.toString(),
                "--report",
                markdown.toString(),
                "--report",
                json.toString());
        assertThat(command.out() + command.err()).isEmpty();
        assertThat(html).content().startsWith("<!doctype html>").contains("lab:random");
        assertThat(markdown).content().startsWith("## ✗ probe");
        assertThat(json).hasSameTextualContentAs(saved);
    }

    @Test
    void takesSeveralResultsAndTheWorstOfThem() throws Exception {
        Path passed = folder.resolve("passed.json");
        assertThat(Command.probe("lab:cookie", "--report", passed.toString()).code())
                .isZero();
        Path both = folder.resolve("both.json");
        Files.writeString(both, "[" + Files.readString(passed) + "," + Files.readString(saved) + "]");
        Command command = Command.run(
                "report",
                both.toString(),
                "--report",
                folder.resolve("both.html").toString());
        assertThat(command.code()).isEqualTo(1);
        assertThat(command.err()).contains("✓ PASS", "✗ FAIL");
        assertThat(folder.resolve("both.html")).content().contains("id=\"r1\"", "id=\"r2\"");
    }

    @Test
    void refusesInOneLineWhatIsNoResult() throws Exception {
        Path part = folder.resolve("part.json");
        Files.writeString(part, Files.readString(saved).substring(0, 2_000));
        Path foreign = folder.resolve("foreign.json");
        Files.writeString(foreign, "{\"name\": \"\\u001b[31m\", \"version\": 2}");
        for (Path file : new Path[] {part, foreign, folder, folder.resolve("none.json")}) {
            Command command = Command.run("report", file.toString());
            assertThat(command.code()).as("%s", command).isEqualTo(2);
            assertThat(command.out()).isEmpty();
            assertThat(command.err())
                    .startsWith("stickcheck: cannot read " + file)
                    .hasLineCount(1);
        }
    }

    @Test
    void saysBeforehandThatAReportCannotBeWritten() {
        Command command = Command.run(
                "report",
                saved.toString(),
                "--report",
                folder.resolve("no/x.html").toString());
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err()).contains("its folder does not exist").hasLineCount(1);
        Command table = Command.run("report", saved.toString(), "--report", "x.csv");
        assertThat(table.code()).isEqualTo(2);
        assertThat(table.err()).contains("a result holds no observations").hasLineCount(1);
    }

    @Test
    void leavesThePageUnloadedUntilItIsAskedFor() throws Exception {
        assertThat(loaded("report", saved.toString()))
                .contains("TerminalReport")
                .doesNotContain("samskivert", "HtmlReport");
        assertThat(loaded(
                        "report",
                        saved.toString(),
                        "--report",
                        folder.resolve("x.html").toString()))
                .contains("samskivert", "HtmlReport");
    }

    private String loaded(String... args) throws Exception {
        Path log = folder.resolve("loaded.txt");
        java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.stickcheck.cli.Main"));
        command.addAll(java.util.List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isEqualTo(1);
        return Files.readString(log);
    }
}
