package dev.stickcheck.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    @TempDir
    Path folder;

    static Stream<Arguments> formatsAndSeeds() {
        return Stream.of("x.jsonl", "x.csv")
                .flatMap(name -> IntStream.range(0, 10).mapToObj(seed -> Arguments.of(name, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("formatsAndSeeds")
    void readsBackWhatItWrote(String name, long seed) {
        List<Observation> written =
                new RandomObservations(seed).stream().limit(60).toList();
        assertThat(readAgain(name, written)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.jsonl", "x.csv"})
    void readsBackEveryHostileId(String name) {
        List<Observation> written = RandomObservations.IDS.stream()
                .map(id -> simple(id, Duration.ofNanos(1_234_567)))
                .toList();
        assertThat(readAgain(name, written)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 10, 999_999, 1_000_000, 1_000_001, 4_200_000, 9_007_199_254_740_993L, Long.MAX_VALUE})
    void keepsEachNanosecond(long nanos) {
        for (String name : List.of("x.jsonl", "x.csv")) {
            List<Observation> written = List.of(simple("a", Duration.ofNanos(nanos)));
            assertThat(readAgain(name, written)).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.jsonl", "x.csv"})
    void leavesNothingInTheFileThatATerminalObeys(String name) throws IOException {
        readAgain(name, new RandomObservations(7).stream().limit(100).toList());
        String text = Files.readString(folder.resolve(name));
        assertThat(text.codePoints()
                        .filter(point -> point != '\n' && point != '\r')
                        .filter(point -> Character.getType(point) == Character.CONTROL
                                || Character.getType(point) == Character.FORMAT))
                .isEmpty();
    }

    @Test
    void leavesNothingInTheFileThatASpreadsheetComputes() throws IOException {
        readAgain("x.csv", new RandomObservations(8).stream().limit(100).toList());
        for (CSVRecord record : CSVFormat.RFC4180.parse(Files.newBufferedReader(folder.resolve("x.csv")))) {
            assertThat(record).noneMatch(cell -> !cell.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(cell.charAt(0)) >= 0);
        }
    }

    @Test
    void writesOneLineForEachObservation() throws IOException {
        List<Observation> written = new RandomObservations(9).stream().limit(50).toList();
        readAgain("x.jsonl", written);
        readAgain("x.csv", written);
        assertThat(Files.readAllLines(folder.resolve("x.jsonl"))).hasSize(50);
        assertThat(Files.readAllLines(folder.resolve("x.csv"))).hasSize(51);
    }

    @Test
    void leavesAnEmptyRunReadable() {
        assertThat(readAgain("x.jsonl", List.of())).isEmpty();
        assertThat(readAgain("x.csv", List.of())).isEmpty();
    }

    @Test
    void writesWhatThePlainEyeExpects() throws IOException {
        List<Observation> one = List.of(simple("instance-1", Duration.ofNanos(4_200_000)));
        readAgain("x.jsonl", one);
        readAgain("x.csv", one);
        assertThat(folder.resolve("x.jsonl")).hasContent("""
                        {"time":"2026-11-23T12:00:00.000000001Z","session":"s-1","sequence":1,"instance":"instance-1",\
                        "status":200,"latencyMillis":4.2,"connection":null,"sourceAddress":null,"arm":"sticky",\
                        "error":null,"cookiesSent":[],"cookiesSet":[],"responseMillis":4.2,"launch":0,\
                        "cookiesEnded":[],"cookiesRefused":[],"cookieBytes":0,"detail":null}
                        """);
        assertThat(folder.resolve("x.csv")).hasContent("""
                        time,session,sequence,instance,status,latencyMillis,connection,sourceAddress,arm,error,\
                        cookiesSent,cookiesSet,responseMillis,launch,cookiesEnded,cookiesRefused,cookieBytes,detail\r
                        2026-11-23T12:00:00.000000001Z,s-1,1,instance-1,200,4.2,,,sticky,,,,4.2,0,,,0,\r
                        """);
    }

    static Observation simple(String instance, Duration latency) {
        return new Observation(
                Instant.parse("2026-11-23T12:00:00.000000001Z"),
                "s-1",
                0,
                1,
                Arm.STICKY,
                new Outcome.Identified(instance, 200),
                latency,
                latency,
                null,
                null,
                CookieTrace.NONE,
                0);
    }

    private List<Observation> readAgain(String name, List<Observation> observations) {
        Path file = folder.resolve(name);
        try (ObservationWriter writer = ObservationWriter.open(file)) {
            observations.forEach(writer::write);
        }
        List<Observation> read = new ArrayList<>();
        ObservationReader.forEach(file, read::add);
        return read;
    }
}
