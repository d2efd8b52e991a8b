package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wrong usage: one line that says what to do, exit code 2, and nothing is sent.
class BadInputTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "probe | Missing required parameter: 'TARGET'",
                "prob lab:cookie | did you mean probe?",
                "probe lab:cookie --expct sticky | did you mean --expect?",
                "probe lab:cookie extra | 1 argument too many",
                "probe example.test | has no scheme: write http://example.test or https://example.test",
                "probe ftp://example.test | the target's scheme 'ftp' is not known",
                "probe http://user:pa55@example.test | --header 'Authorization: …' or --header-file",
                "probe http:// | the target 'http://' is no URL",
                "probe http://127.0.0.1:99999 | port",
                "probe lab:cokie | cookie",
                "probe lab:cookie?instnces=3 | instances",
                "probe lab:cookie?weights=1,2&instances=3 | weights",
                "probe lab:cookie --sessions 0 | --sessions must be at least 1, got 0",
                "probe lab:cookie --sessions 1 | --sessions must be at least 2, got 1",
                "probe lab:cookie --sessions many | --sessions must be a whole number, got 'many'",
                "probe lab:cookie --sessions | parameter",
                "probe lab:cookie --requests-per-session 1 | --requests-per-session must be at least 2",
                "probe lab:cookie --rate -5 | --rate must be a rate such as 50/s",
                "probe lab:cookie --timeout 5 | --timeout must be a duration such as 500ms",
                "probe lab:cookie --timeout 0s | --timeout must be more than nothing",
                "probe lab:cookie --expect perhaps | --expect must be one of sticky, spread, any",
                "probe lab:cookie --max-errors 101% | --max-errors",
                "probe lab:cookie --max-stickiness-failures 5 | 5% needs its %",
                "probe lab:cookie --max-imbalance 30 | 30% needs its %",
                "probe lab:cookie --max-errors 1 | 1% needs its %",
                "probe lab:cookie --instances a=1,b=0.000001 | which no probe could see",
                "probe lab:cookie --confidence 40% | --confidence must lie between 50% and 100%",
                "probe lab:cookie --instances a,,b | --instances must be a number, or names",
                "probe lab:cookie --instances a=0 | positive weights",
                "probe lab:cookie --instance-from nowhere | --instance-from must be header:NAME",
                "probe lab:cookie --instance-from body:/(/ | no regular expression",
                "probe lab:cookie --source-address 8.8.8.8 | is no address of this machine",
                "probe lab:cookie --resolve host | --resolve must be HOST:PORT:ADDRESS",
                "probe lab:cookie --proxy socks://x:1 | --proxy must be HOST:PORT",
                "probe lab:cookie --http 3 | --http must be 1.1 or 2, got '3'",
                "probe lab:cookie --ca-file /nowhere/ca.pem | --ca-file '/nowhere/ca.pem' cannot be read",
                "probe lab:cookie --header Nothing | --header must be 'Name: value'",
                "probe lab:cookie --seed x | --seed must be a whole number, got 'x'",
                "probe lab:cookie --color sometimes | --color must be one of auto, always, never, got 'sometimes'",
                "probe lab:cookie --report out.pdf | --report must end in .html, .json, .md, .xml (JUnit)",
                "probe lab:cookie --report /nowhere/out.json | its folder does not exist",
                "probe lab:cookie --observations out.txt | .jsonl or .csv",
                "probe lab:cookie --observations /nowhere/out.jsonl | folder does not exist",
            })
    void isToldInOneLine(String line, String words) {
        Command command = Command.run(line.split(" "));

        assertThat(command.code()).as(command.toString()).isEqualTo(2);
        assertThat(command.out()).isEmpty();
        assertThat(command.err()).hasLineCount(1).startsWith("stickcheck: ").contains(words);
        assertThat(command.err()).doesNotContain("pa55").doesNotContain("Exception");
    }

    @Test
    void isToldAllAtOnce() {
        Command command =
                Command.run("probe", "example.test", "--sessions", "x", "--rate", "y", "--max-p95", "z", "--http", "9");

        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err()).hasLineCount(5);
    }

    @Test
    void neverRepeatsWhatMayBeACredential() {
        Command command = Command.run(
                "probe", "https://me:s3cret@example.test/", "--header", "s3cret", "--header", "X-Key: s3cret\u0001");

        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err()).doesNotContain("s3cret");
    }

    @Test
    void doesNotRepeatTheValueOfAMistypedOptionNorWordsThatMissTheirQuotes() {
        Command mistyped = Command.run("probe", "lab:cookie", "--headr", "Authorization: Bearer s3cret");
        Command unquoted = Command.run("probe", "lab:cookie", "--header", "Authorization:", "Bearer", "s3cret");

        assertThat(mistyped.err())
                .contains("unknown option --headr; did you mean --header?")
                .doesNotContain("s3cret");
        assertThat(unquoted.err()).contains("a value with spaces needs quotes").doesNotContain("s3cret");
    }

    @Test
    void leavesEarlierObservationsWholeWhenTheProbeCannotStart(@TempDir Path folder) throws Exception {
        Path observations = Files.writeString(folder.resolve("o.jsonl"), "earlier");
        Path authority = Files.writeString(folder.resolve("ca.pem"), "no certificate");

        Command command = Command.run(
                "probe",
                "https://127.0.0.1:1",
                "--ca-file",
                authority.toString(),
                "--observations",
                observations.toString());

        assertThat(command.code()).as(command.toString()).isNotZero();
        assertThat(observations).hasContent("earlier");
    }

    @Test
    void leavesAnEarlierReportWholeWhenTheProbeCannotStart(@TempDir Path folder) throws Exception {
        Path report = Files.writeString(folder.resolve("r.json"), "earlier");

        Command command = Command.run("probe", "lab:nothing", "--report", report.toString());

        assertThat(command.code()).isEqualTo(2);
        assertThat(report).hasContent("earlier");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void makesNoTerminalSequenceOfAnArgument() {
        Command command = Command.run("probe", "http://\u001b[31mred\u0007/");

        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err().chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--help", "help", "--version", "probe --help", "help probe"})
    void helpIsNoError(String line) {
        Command command = Command.run(line.split(" "));

        assertThat(command.code()).isZero();
        assertThat(command.out()).isNotBlank();
        assertThat(command.err()).isEmpty();
    }

    @Test
    void withoutACommandSaysThatOneIsMissing() {
        Command command = Command.run();

        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err()).hasLineCount(1).contains("stickcheck probe URL");
    }
}
