package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.fixture.Cluster;
import dev.stickcheck.fixture.HostileServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole command, with real runs of Gatling, as short as they can be.
@Timeout(120)
class CompareTest {
    @TempDir
    private Path folder;

    private Command compare(String... args) {
        List<String> all = new ArrayList<>(List.of("compare", "--gatling-reports", folder.toString(), "--seed", "7"));
        all.addAll(List.of(args));
        return Command.run(all.toArray(String[]::new));
    }

    @Test
    void comparesOneTargetWithAndWithoutItsCookies() throws IOException {
        Path observations = folder.resolve("o.jsonl");
        Command run = compare(
                "lab:cookie?speech-latency=5ms",
                "--duration",
                "12s",
                "--rate",
                "300",
                "--json",
                "--observations",
                observations.toString());
        Json result = run.json();

        assertThat(result.violations()).as(run.toString()).isEmpty();
        assertThat(result.text("/command")).isEqualTo("compare");
        assertThat(result.text("/ending/kind")).isEqualTo("completed");
        assertThat(result.number("/arms/on/stickiness/sessionsMoved")).isZero();
        // 7 s at 300 a second are 1,050 requests an arm in sessions of 10, of which those count that began after the
        // warm-up; half of that is left to a machine that is busy. Of these sessions three in a million stay by chance.
        assertThat(result.number("/arms/off/stickiness/sessionsMoved")).isGreaterThan(50);
        assertThat(result.number("/arms/on/requests")).isGreaterThan(500);
        assertThat(run.out()).contains("Gatling's own report: ").contains("index.html");
        assertThat(result.text("/options/rate")).isEqualTo("300");
        assertThat(result.text("/options/blocks")).isNotEmpty();
        assertThat(result.text("/options/timeout")).isNotEmpty();
        try (Stream<String> lines = Files.lines(observations)) {
            assertThat(lines).hasSize((int) result.number("/requests"));
        }
    }

    @Test
    void switchesOneTargetBetweenTheTurns() throws IOException {
        Path flag = folder.resolve("flag");
        Path history = folder.resolve("history");
        try (Cluster cluster = Cluster.of(1)) {
            Command run = compare(
                    cluster.instance(1).url().toString(),
                    "--toggle-on",
                    "echo on > " + flag + "; echo on >> " + history,
                    "--toggle-off",
                    "echo off > " + flag + "; echo off >> " + history,
                    "--duration",
                    "6s",
                    "--rate",
                    "400",
                    "--blocks",
                    "2",
                    "--json");

            assertThat(run.json().text("/ending/kind")).as(run.toString()).isEqualTo("completed");
            List<String> switched = Files.readAllLines(history);
            assertThat(switched).hasSizeGreaterThanOrEqualTo(4).contains("on", "off");
            // A switch happens where the arm changes, and nowhere else.
            for (int i = 1; i < switched.size(); i++) {
                assertThat(switched.get(i)).isNotEqualTo(switched.get(i - 1));
            }
        }
    }

    @Test
    void stopsWhenTheTargetCannotBeSwitched() {
        try (Cluster cluster = Cluster.of(1)) {
            Command run =
                    compare(cluster.instance(1).url().toString(), "--toggle-on", "exit 3", "--toggle-off", "true");

            assertThat(run.code()).as(run.toString()).isEqualTo(4);
            assertThat(run.err()).contains("--toggle-on ended with 3");
        }
    }

    @Test
    void saysWhichArmCannotBeReached() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Command run = compare("--on", "lab:cookie", "--off", "http://127.0.0.1:" + port, "--rate", "500");

        assertThat(run.code()).as(run.toString()).isEqualTo(4);
        assertThat(run.err())
                .contains("the off arm: no request to 127.0.0.1:" + port + " was answered (connection-refused)");
    }

    @Test
    void saysWhichArmDoesNotTellItsInstances() {
        Command run = compare(
                "--on", "lab:cookie", "--off", "lab:cookie", "--instance-from", "header:X-Nothing", "--rate", "500");

        assertThat(run.code()).as(run.toString()).isEqualTo(4);
        assertThat(run.err())
                .containsPattern("the (on|off) arm: \\d+ answers and not one told its instance; --instance-from");
    }

    @Test
    void asksWhetherThePathOfAnArmIsRight() {
        byte[] lost = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        try (HostileServer server = HostileServer.answering(request -> lost)) {
            Command run = compare(server.url().toString(), "--rate", "500");

            assertThat(run.code()).as(run.toString()).isEqualTo(4);
            assertThat(run.err()).contains("the last with status 404: is the path right?");
        }
    }

    @Test
    void complainsOfAllThatIsWrongAtOnce() {
        Command run =
                Command.run("compare lab:cookie --application statless --blocks none --rate fast --seed x".split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines())
                .anyMatch(line -> line.contains("--application"))
                .anyMatch(line -> line.contains("--blocks"))
                .anyMatch(line -> line.contains("--rate"))
                .anyMatch(line -> line.contains("--seed"));
    }

    @Test
    void judgesEachArmByItsOwnInstances() {
        Command run = compare(
                "--on",
                "lab:cookie?instances=2",
                "--off",
                "lab:round-robin?instances=4",
                "--duration",
                "4s",
                "--rate",
                "300",
                "--blocks",
                "2",
                "--json");
        Json result = run.json();

        assertThat(result.text("/ending/kind")).as(run.toString()).isEqualTo("completed");
        assertThat(result.root().at("/arms/on/instances")).hasSize(2);
        assertThat(result.root().at("/arms/off/instances")).hasSize(4);
        assertThat(result.number("/arms/on/instances/0/expectedShare")).isEqualTo(0.5);
        assertThat(result.number("/arms/off/instances/0/expectedShare")).isEqualTo(0.25);
        assertThat(result.root().at("/checks").findValuesAsText("name")).contains("instances");
        assertThat(result.root().at("/arms/on/distribution/missingInstances")).isEmpty();
        assertThat(result.root().at("/arms/off/distribution/missingInstances")).isEmpty();
    }

    @Test
    void saysThatAJourneyIsNotThere() {
        Command run = compare("lab:cookie", "--journey", "com.example.NoSuchJourney");

        assertThat(run.code()).as(run.toString()).isEqualTo(2);
        assertThat(run.err()).contains("--journey com.example.NoSuchJourney was not found");
        assertThat(run.err().strip().lines()).hasSize(1);
    }

    @Test
    void tellsHowLongItWouldTakeWhenThereAreTooFewBlocks() {
        Command run = compare("lab:cookie?speech-latency=5ms", "--duration", "4s", "--rate", "300", "--json");

        assertThat(run.code()).as(run.toString()).isEqualTo(3);
        assertThat(run.err()).contains("a verdict needs 10").contains("--duration ");
        assertThat(run.json().text("/ending/kind")).isEqualTo("completed");
    }

    @Test
    void takesItsTargetsAndOptionsFromAFile() throws IOException {
        Path config = Files.writeString(folder.resolve("stickcheck.yaml"), """
                on: lab:cookie
                off: lab:round-robin
                duration: 4s
                rate: 300
                blocks: 2
                json: true
                gatling-reports: %s
                """.formatted(folder));
        Path summary = folder.resolve("summary.md");
        Command run =
                Command.run(Map.of(JobSummary.VARIABLE, summary.toString()), "compare", "--config", config.toString());

        assertThat(run.json().text("/target")).as(run.toString()).isEqualTo("lab:cookie against lab:round-robin");
        assertThat(run.json().number("/comparison/blocksPlanned")).isEqualTo(2);
        assertThat(Files.readString(summary)).contains("compare: inconclusive");
        Command won = Command.run("compare", "--config", config.toString(), "lab:no-such-policy");
        assertThat(won.err()).as("the command line's target").contains("no-such-policy");
    }

    @Test
    void saysWhereAFileIsWrong() throws IOException {
        Path config = folder.resolve("stickcheck.yaml");
        Files.writeString(config, "target: lab:cookie\nblocks: none\n");
        assertThat(Command.run("compare", "--config", config.toString()).err())
                .contains(config + " line 2: blocks must be a whole number");
        Files.writeString(config, "targets: [lab:cookie, lab:random]\n");
        Command several = Command.run("compare", "--config", config.toString());
        assertThat(several.code()).isEqualTo(2);
        assertThat(several.err()).contains("names 2 targets, and a comparison has one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            compare                                                    | a target is missing
            compare --on lab:cookie                                    | --on and --off belong together
            compare lab:cookie --on lab:cookie --off lab:cookie        | not both
            compare --on lab:cookie --off ws://127.0.0.1:1             | not by WebSocket
            compare --on lab:cookie --off 127.0.0.1:80                 | --off: the target
            compare lab:cookie --requests-per-session 1                | at least 2
            compare lab:cookie --toggle-on true                        | --toggle-on and --toggle-off belong together
            compare --aa --on lab:cookie --off lab:cookie              | --aa compares one TARGET
            compare lab:cookie --blocks none                           | --blocks must be a whole number
            compare lab:cookie --journey a/b                           | --journey must be the name of a class
            compare lab:cookie --journey a.B --journey-path /nowhere   | cannot be read
            compare lab:cookie --min-improvement 15                    | --min-improvement
            compare http://127.0.0.1:1 --http 2                        | --http 2 needs https
            compare lab:cookie --sessions 3                            | unknown option --sessions
            compare lab:cookie --application statless                  | stateless
            compare lab:cokie                                          | did you mean cookie
            compare --on lab:cookie --off lab:cookie?latncy=5ms        | did you mean latency
            compare 127.0.0.1:80                                       | stickcheck: the target
            """)
    void refusesBadInput(String line, String told) {
        Command run = Command.run(line.split(" "));

        assertThat(run.code()).as(run.toString()).isEqualTo(2);
        assertThat(run.err()).contains(told);
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void printsNoCredential() throws IOException {
        Command run = compare(
                "lab:cookie?speech-latency=5ms",
                "--duration",
                "4s",
                "--rate",
                "300",
                "--json",
                "--header",
                "Authorization: Bearer sesame");

        assertThat(run.json().text("/ending/kind")).as(run.toString()).isEqualTo("completed");
        assertThat(run.out() + run.err()).doesNotContain("sesame");
        try (Stream<Path> written = Files.walk(folder)) {
            assertThat(written.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("sesame"));
        }
    }
}
