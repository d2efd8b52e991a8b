package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `stickcheck probe --config stickcheck.yaml`.
class ConfigProbeTest {
    private static final String FAST = "rate: 2000\nconcurrency: 20\nseed: 11\n";

    @TempDir
    Path folder;

    @Test
    void probesTheTargetOfTheFileWithItsOptions() throws Exception {
        Command command = probe(FAST + "target: lab:cookie\nsessions: 5\nexpect: any\njson: true\n");

        assertThat(command.code()).as(command.toString()).isZero();
        assertThat(command.json().number("/sessions")).isEqualTo(5);
        assertThat(command.json().number("/seed")).isEqualTo(11);
        assertThat(command.json().text("/expectation")).isEqualTo("any");
        assertThat(command.json().text("/options/config")).isEqualTo(config().toString());
        assertThat(command.json().violations()).isEmpty();
    }

    @Test
    void letsTheCommandLineWin() throws Exception {
        Command command = probe(
                FAST + "targets: [lab:cookie, lab:random]\nsessions: 5\nexpect: sticky\nquiet: true\n",
                "lab:round-robin",
                "--sessions",
                "7",
                "--expect",
                "any",
                "--json");

        assertThat(command.code()).as(command.toString()).isZero();
        assertThat(command.json().text("/target")).isEqualTo("lab:round-robin");
        assertThat(command.json().number("/sessions")).isEqualTo(7);
        assertThat(command.err()).isEmpty();
    }

    @Test
    void givesAnArrayAndTheWorstCodeOfSeveralTargets() throws Exception {
        Path json = folder.resolve("r.json");
        Path xml = folder.resolve("r.xml");
        Path markdown = folder.resolve("r.md");
        Path metrics = folder.resolve("r.prom");
        Path lines = folder.resolve("cookie.csv");
        Command command = probe(FAST + """
                report: [%s, %s, %s, %s]
                targets:
                  - target: lab:cookie
                    observations: %s
                  - target: lab:random
                  - target: http://127.0.0.1:1
                  - target: lab:cookie?seed=3
                    sessions: 2
                    max-stickiness-failures: 1%%
                """.formatted(json, xml, markdown, metrics, lines), "--json");

        assertThat(command.code()).as(command.toString()).isEqualTo(1);
        JsonNode results = new ObjectMapper().readTree(command.out());
        assertThat(results.isArray()).isTrue();
        assertThat(StreamSupport.stream(results.spliterator(), false)
                        .map(result -> result.at("/verdict").asText()))
                .containsExactly("pass", "fail", "inconclusive", "inconclusive");
        assertThat(results)
                .allSatisfy(result -> assertThat(new Json(result).violations()).isEmpty());
        assertThat(Files.readString(json)).isEqualTo(command.out());
        assertThat(Files.readString(xml).split("<testsuite ", -1)).hasSize(5);
        assertThat(Files.readString(markdown).split("\n## ", -1)).hasSize(4);
        assertThat(Files.readString(metrics)).contains("target=\"lab:cookie\"", "target=\"lab:cookie?seed=3\"");
        assertThat(Files.readAllLines(lines))
                .hasSize(results.get(0).at("/requests").asInt() + 1);
        assertThat(command.err())
                .contains("nothing could be measured")
                .contains("✗ FAIL")
                .contains("✓ PASS");
    }

    @Test
    void ordersExitCodesAsTheContractDoes() {
        assertThat(ExitCode.worst(Arrays.asList(ExitCode.values()))).isEqualTo(ExitCode.FAILED);
        assertThat(ExitCode.worst(Arrays.asList(ExitCode.INCONCLUSIVE, ExitCode.NOTHING_MEASURED, ExitCode.PASSED)))
                .isEqualTo(ExitCode.NOTHING_MEASURED);
        assertThat(ExitCode.worst(Arrays.asList(ExitCode.PASSED, ExitCode.INCONCLUSIVE)))
                .isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(ExitCode.worst(Arrays.asList(ExitCode.PASSED, ExitCode.PASSED)))
                .isEqualTo(ExitCode.PASSED);
    }

    @Test
    void goesOnToTheNextTargetWhenOneCannotBeStarted() throws Exception {
        Path authority = Files.writeString(folder.resolve("ca.pem"), "no certificate");
        Command command = probe(FAST + """
                expect: any
                sessions: 3
                targets:
                  - target: https://127.0.0.1:1
                    ca-file: %s
                  - lab:cookie
                """.formatted(authority), "--json");

        assertThat(command.code()).as(command.toString()).isEqualTo(4);
        assertThat(new ObjectMapper().readTree(command.out())).hasSize(1);
        assertThat(command.err()).contains("stickcheck: https://127.0.0.1:1: ");
    }

    @Test
    void tellsEveryProblemOfEveryTargetWithItsLine() throws Exception {
        Command command = probe("""
                sessions: none
                targets:
                  - target: example.test
                    max-errors: 7
                  - target: lab:cokie
                  - target: lab:cookie
                    think-time: soon
                """);

        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err()
                        .lines()
                        .map(line -> line.substring(
                                "stickcheck: ".length() + config().toString().length() + 1)))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("line 1: sessions must be a whole number"),
                        line -> assertThat(line).startsWith("line 3: the target 'example.test' has no scheme"),
                        line -> assertThat(line).startsWith("line 4: max-errors must lie between"),
                        line -> assertThat(line)
                                .startsWith("line 5: there is no lab policy 'cokie': did you mean cookie"),
                        line -> assertThat(line).startsWith("line 7: think-time must be a duration"));
    }

    @Test
    void tellsUnknownNamesWithTheNearestValidOne() throws Exception {
        Command command = probe("target: lab:cookie\nrequests-per-sesion: 5\nconfg: x\n");

        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err()).hasLineCount(2).contains("did you mean requests-per-session?");
    }

    @Test
    void needsATargetFromSomewhere() throws Exception {
        Command command = probe("sessions: 5\n");

        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err()).hasLineCount(1).contains("names no target: write target: URL into it");
    }

    @Test
    void wantsAFileOfObservationsForEachTarget() throws Exception {
        String both = "targets: [lab:cookie, lab:random]\n";

        for (String bad : new String[] {"observations: o.jsonl\n", "report: o.csv\n"}) {
            Command command = probe(both + bad);
            assertThat(command.code()).isEqualTo(2);
            assertThat(command.err()).hasLineCount(1).contains("give each target an observations file of its own");
        }
    }

    @Test
    void neverShowsAHeaderOfTheFile() throws Exception {
        Path report = folder.resolve("r.json");
        String secret = "target: lab:cookie\nexpect: any\nsessions: 2\nheader:\n  Authorization: Bearer t0ken\nreport: "
                + report + "\n" + FAST;

        assertThat(probe(secret, "--json").toString()).doesNotContain("t0ken");
        assertThat(Files.readString(report)).doesNotContain("t0ken");
        assertThat(probe("target: lab:cookie\nheader: [t0ken, 'X Y: t0ken']\n").toString())
                .doesNotContain("t0ken");
    }

    private Command probe(String yaml, String... more) throws IOException {
        Files.writeString(config(), yaml);
        String[] args = Arrays.copyOf(new String[] {"probe", "--config", config().toString()}, 3 + more.length);
        System.arraycopy(more, 0, args, 3, more.length);
        return Command.run(args);
    }

    private Path config() {
        return folder.resolve("stickcheck.yaml");
    }
}
