package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.journal.ObservationReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the answer goes.
class OutputTest {
    private static final String[] SHORT = {"probe", "lab:cookie", "--sessions", "5", "--rate", "1000", "--expect", "any"
    };

    @Test
    void putsTheResultAloneOnStdout() {
        Command command = Command.run(with("--json"));

        assertThat(command.json().text("/schema")).isEqualTo("stickcheck/result/1");
        assertThat(command.err()).as("words for a person").isNotBlank();
    }

    @Test
    void speaksOnStderrWhenStdoutIsNoTerminal() {
        Command command = Command.run(SHORT);

        assertThat(command.out()).isEmpty();
        assertThat(command.err()).contains("instance-1");
    }

    @Test
    void speaksOnStdoutToAPerson() {
        Command command = Command.atTerminal(SHORT);

        assertThat(command.out()).contains("instance-1").doesNotContain("\u001b");
        assertThat(command.err()).isEmpty();
        assertThat(command.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void paintsWhenItIsToldTo() {
        assertThat(Command.atTerminal(with("--color", "always")).out()).contains("\u001b[");
        assertThat(Command.atTerminal(with("--color", "never")).out()).doesNotContain("\u001b[");
    }

    @Test
    void saysNothingWhenItIsToBeQuiet() {
        Command command = Command.run(with("--quiet"));

        assertThat(command.code()).isZero();
        assertThat(command.out()).isEmpty();
        assertThat(command.err()).isEmpty();
    }

    @Test
    void writesEveryReportAndEveryObservation(@TempDir Path folder) throws Exception {
        Path json = folder.resolve("r.json");
        Path xml = folder.resolve("r.xml");
        Path markdown = folder.resolve("r.md");
        Path lines = folder.resolve("o.jsonl");
        Path table = folder.resolve("o.csv");

        Command.run(with(
                "--report",
                json.toString(),
                "--report",
                xml.toString(),
                "--report",
                markdown.toString(),
                "--observations",
                lines.toString()));
        Command.run(with("--observations", table.toString()));

        assertThat(Json.of(Files.readString(json)).violations()).isEmpty();
        assertThat(Files.readString(xml)).contains("<testcase");
        assertThat(Files.readString(markdown)).contains("| instance");
        assertThat(Files.readAllLines(lines)).hasSize(50);
        assertThat(Files.readAllLines(table)).hasSize(51);
        int[] read = new int[1];
        ObservationReader.forEach(lines, observation -> read[0]++);
        ObservationReader.forEach(table, observation -> read[0]++);
        assertThat(read[0]).isEqualTo(100);
    }

    @Test
    void showsTheRunningVerdictToAPersonOnly() {
        String[] slow = {"probe", "lab:cookie", "--sessions", "10", "--rate", "100", "--expect", "any", "--json"};

        assertThat(Command.watched(slow).err()).contains("probing").contains("not certain yet");
        assertThat(Command.run(slow).err()).doesNotContain("probing").doesNotContain("\r");
        String[] quiet = Arrays.copyOf(slow, slow.length + 1);
        quiet[slow.length] = "--quiet";
        assertThat(Command.watched(quiet).err()).isEmpty();
    }

    @Test
    void neverShowsAHeaderThatWasGiven(@TempDir Path folder) throws Exception {
        Path json = folder.resolve("r.json");

        Command command = Command.atTerminal(
                with("--header", "Authorization: Bearer t0ken", "--body", "t0ken", "--report", json.toString()));

        assertThat(command.toString()).doesNotContain("t0ken");
        assertThat(Files.readString(json)).doesNotContain("t0ken");
    }

    @Test
    void tellsTheSeedForARepetition() {
        assertThat(Command.run(with("--json", "--seed", "77")).json().number("/seed"))
                .isEqualTo(77);
        assertThat(Command.run(with("--json")).json().root().at("/seed").isIntegralNumber())
                .isTrue();
    }

    private static String[] with(String... more) {
        String[] args = Arrays.copyOf(SHORT, SHORT.length + more.length);
        System.arraycopy(more, 0, args, SHORT.length, more.length);
        return args;
    }
}
