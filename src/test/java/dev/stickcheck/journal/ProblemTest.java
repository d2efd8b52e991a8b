package dev.stickcheck.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {
    private static final String GOOD = """
            {"time":"2026-11-23T12:00:00Z","session":"s","sequence":1,"status":200,"instance":"a","latencyMillis":1.5}
            """;
    private static final String HEADER = "time,session,sequence,status,instance,latencyMillis\n";
    private static final String ROW = "2026-11-23T12:00:00Z,s,1,200,a,1.5\n";

    @TempDir
    Path folder;

    private final List<Observation> read = new ArrayList<>();

    private JournalProblem problemOf(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        return catchThrowableOfType(JournalProblem.class, () -> ObservationReader.forEach(file, read::add));
    }

    private JournalProblem problemOf(String name, String content) throws IOException {
        return problemOf(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"status\":200         | \"status\":\"abc\"  | field status: expected a whole number from 100 to 999, got \"abc\"",
                "\"status\":200         | \"status\":99       | field status: expected a whole number from 100 to 999, got \"99\"",
                "\"status\":200         | \"status\":true     | field status: expected text, a number or null, got \"true\"",
                "\"status\":200         | \"status\":null     | field instance: an answer with an instance needs a status",
                "\"status\":200,\"instance\":\"a\" | \"status\":null | field error: a line without status needs an error",
                "\"status\":200,\"instance\":\"a\" | \"error\":\"x\" | field error: expected one of unresolved-host",
                "\"sequence\":1         | \"sequence\":0      | field sequence: expected a whole number of at least 1, got \"0\"",
                "\"session\":\"s\"      | \"x\":0             | field session is missing",
                "1.5                    | -1.5                | field latencyMillis: expected milliseconds from 0, got \"-1.5\"",
                "1.5                    | 1e999999999         | field latencyMillis: expected milliseconds from 0",
                "1.5                    | 1e-999999999        | field latencyMillis: expected milliseconds from 0",
                "1.5                    | 1e30                | field latencyMillis: expected milliseconds from 0",
                "2026-11-23T12          | 2026-11-23 12       | field time: expected an RFC 3339 time",
                "\"session\"            | \"arm\":\"x\",\"session\" | field arm: expected one of sticky, control, on, off, got \"x\"",
                "\"session\"            | \"cookiesSet\":\"a\",\"session\" | field cookiesSet: expected a list of names",
                "\"session\"            | \"cookiesSet\":[1],\"session\" | field cookiesSet: expected a list of names",
                "\"session\"            | \"cookiesRefused\":[\"a\"],\"session\" | field cookiesRefused: expected NAME:REASON",
                "\"session\"            | \"cookiesRefused\":[\"a:B\"],\"session\" | field cookiesRefused: expected one of EMPTY",
                "\"sequence\":1         | \"sequence\":}      | column 57: not JSON",
                "{\"time\"              | [\"time\"           | expected one JSON object a line",
            })
    void namesFileLineAndFieldAndKeepsTheGoodLines(String good, String bad, String expected) throws IOException {
        JournalProblem problem = problemOf("x.jsonl", GOOD + GOOD + GOOD.replace(good, bad) + GOOD);
        assertThat(problem)
                .hasMessageContaining("x.jsonl, line 3: " + expected)
                .hasMessageContaining("; correct the line or delete it");
        assertThat(read).hasSize(2);
    }

    @Test
    void namesALineThatWasCutOffWhileItWasWritten() throws IOException {
        JournalProblem problem = problemOf("x.jsonl", GOOD + GOOD.substring(0, 50));
        assertThat(problem).hasMessageContaining("line 2: column 51: not JSON");
        assertThat(read).hasSize(1);
        assertThat(problemOf("x.csv", HEADER + ROW + ROW.substring(0, 25)))
                .hasMessageContaining("line 3: has 4 cells, the header 6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200,a | 20,a       | field status: expected a whole number from 100 to 999, got \"20\"",
                "200,a | ,a         | field instance: an answer with an instance needs a status",
                "200,a | 200,a,b    | has 7 cells, the header 6",
                "200,a | 200,\"a\"b | not CSV",
                "s,    | ,          | field session is missing",
            })
    void namesFileLineAndFieldInCsvToo(String good, String bad, String expected) throws IOException {
        JournalProblem problem = problemOf("x.csv", HEADER + ROW + ROW.replace(good, bad == null ? "" : bad) + ROW);
        assertThat(problem).hasMessageContaining("x.csv, line 3: " + expected);
        assertThat(read).hasSize(1);
    }

    @Test
    void tellsWhichColumnTheHeaderLacksOrRepeats() throws IOException {
        assertThat(problemOf("x.csv", HEADER.replace("status", "code") + ROW))
                .hasMessageContaining("line 1: the header has no column status");
        assertThat(problemOf("x.csv", HEADER.replace("instance", "status") + ROW))
                .hasMessageContaining("line 1: column status appears twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.jsonl", "x.csv"})
    void keepsTheLinesBeforeBytesThatAreNotUtf8(String name) throws IOException {
        String good = name.endsWith("csv") ? HEADER + ROW + ROW : GOOD + GOOD;
        String bad = name.endsWith("csv") ? ROW.replace("200,a", "200,é") : GOOD.replace("\"a\"", "\"é\"");
        byte[] latin = (good + bad).getBytes(StandardCharsets.ISO_8859_1);
        JournalProblem problem = problemOf(name, latin);
        assertThat(problem).hasMessageContaining(name + ", line " + (name.endsWith("csv") ? 4 : 3) + ": ");
        assertThat(read).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.jsonl", "x.csv"})
    void givesUpOnALineWithoutEnd(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] block = "y".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((name.endsWith("csv") ? HEADER + ROW : GOOD).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 40; i++) {
                out.write(block);
            }
        }
        assertThatExceptionOfType(JournalProblem.class)
                .isThrownBy(() -> ObservationReader.forEach(file, read::add))
                .withMessageContaining("longer than 16 MiB");
        assertThat(read).hasSize(1);
    }

    @Test
    void givesUpOnAQuoteThatIsNeverClosed() throws IOException {
        String row = "\"" + String.join("\n", Collections.nCopies(20, "y".repeat(1 << 20)));
        assertThat(problemOf("x.csv", HEADER + ROW + row)).hasMessageContaining("a quote that is never closed");
        assertThat(read).hasSize(1);
    }

    @Test
    void readsFilesOfOtherMakers() throws IOException {
        String csv = "\ufeffsession;x,sequence,session, time ,latencyMillis,status\r\n\r\n"
                + "?,1,\"s\n1\",2026-11-23T13:00:00+01:00,12,200\r\n";
        assertThat(problemOf("x.csv", csv)).isNull();
        String json =
                "\ufeff\n" + GOOD.replace("\"session\"", "\"more\":{\"session\":[{}]},\"cookiesSet\":null,\"session\"");
        assertThat(problemOf("x.jsonl", json + "  \n" + GOOD.strip())).isNull();
        assertThat(read).hasSize(3);
        assertThat(read.getFirst().session()).isEqualTo("s\n1");
        assertThat(read.getFirst().time()).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(read.getFirst().outcome()).isEqualTo(new Outcome.Unidentified(200));
        assertThat(read.getFirst().response()).isEqualTo(read.getFirst().latency());
        assertThat(read.getFirst().arm()).isEqualTo(Arm.STICKY);
    }

    @Test
    void numbersSessionsByTheirFirstLineWhereNoLaunchIsGiven() throws IOException {
        String csv = HEADER + ROW + ROW.replace(",s,", ",t,") + ROW + ROW.replace(",s,", ",u,");
        assertThat(problemOf("x.csv", csv)).isNull();
        assertThat(read).extracting(Observation::launch).containsExactly(0L, 1L, 0L, 2L);
    }

    @Test
    void tellsAtOnceThatAPathCannotBeWritten() {
        assertThatExceptionOfType(JournalProblem.class)
                .isThrownBy(() -> ObservationWriter.open(folder.resolve("no/x.jsonl")))
                .withMessageContaining("no/x.jsonl: its folder does not exist: create it");
        assertThatExceptionOfType(JournalProblem.class)
                .isThrownBy(() -> ObservationWriter.open(Files.createDirectory(folder.resolve("dir.csv"))))
                .withMessageContaining("cannot write")
                .withMessageContaining("directory");
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void createsTheFileAtOnceAndFillsItWhenTold() {
        try (ObservationWriter writer = ObservationWriter.open(folder.resolve("x.jsonl"))) {
            assertThat(folder.resolve("x.jsonl")).exists();
            writer.write(RoundTripTest.simple("a", Duration.ofMillis(1)));
            assertThat(folder.resolve("x.jsonl")).isEmptyFile();
            writer.flush();
            assertThat(folder.resolve("x.jsonl")).isNotEmptyFile();
        }
    }

    @Test
    void tellsWhichExtensionsWork() {
        assertThatExceptionOfType(JournalProblem.class)
                .isThrownBy(() -> ObservationWriter.open(Path.of("x.parquet")))
                .withMessage("observations are kept in .jsonl or .csv files, got x.parquet (.parquet is planned): "
                        + "use another extension");
        assertThatExceptionOfType(JournalProblem.class)
                .isThrownBy(() -> ObservationReader.open(Path.of("x\u001b[31m.txt")))
                .withMessageContaining("got x�[31m.txt:");
        assertThatExceptionOfType(JournalProblem.class)
                .isThrownBy(() -> ObservationReader.open(folder.resolve("no.csv")))
                .withMessageContaining("no.csv: there is no such file");
    }

    @Test
    void saysSoWhenTheDiskIsFull() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "only Linux has a disk that is always full");
        Path link = Files.createSymbolicLink(folder.resolve("x.jsonl"), full);
        assertThatExceptionOfType(JournalProblem.class)
                .isThrownBy(() -> {
                    try (ObservationWriter writer = ObservationWriter.open(link)) {
                        new RandomObservations(1).stream().limit(100).forEach(writer::write);
                    }
                })
                .withMessageContaining("cannot write")
                .withMessageContaining("No space left on device");
        Files.delete(link);
    }
}
