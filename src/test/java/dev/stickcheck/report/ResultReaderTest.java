package dev.stickcheck.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.stickcheck.model.Affinity;
import dev.stickcheck.model.Comparison;
import dev.stickcheck.model.Result;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What was written is read back, and what was not written by us is told apart.
class ResultReaderTest {
    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static String json(Result result) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonReport.write(result, bytes);
        return bytes.toString(UTF_8);
    }

    private static List<Result> read(String json) throws IOException {
        return ResultReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readsWhatWasWritten(long seed) throws IOException {
        String written = json(new RandomResults(seed).next());
        assertThat(read(written)).hasSize(1);
        assertThat(json(read(written).getFirst())).isEqualTo(written);
    }

    @Test
    void givesBackTheSameValues() throws IOException {
        assertThat(read(json(SampleResults.pass()))).containsExactly(SampleResults.pass());
        assertThat(read(json(SampleResults.fail()))).containsExactly(SampleResults.fail());
    }

    @Test
    void givesBackTheSameComparison() throws IOException {
        for (Result sample : SampleComparisons.all().values()) {
            assertThat(read(json(sample)).getFirst())
                    .usingRecursiveComparison()
                    .as("a cause without a move may be left out")
                    .ignoringFieldsMatchingRegexes(".*stickiness\\.moves")
                    .isEqualTo(sample);
        }
    }

    @Test
    void readsSeveralResults() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonReport.write(List.of(SampleResults.pass(), SampleResults.fail()), bytes);
        assertThat(read(bytes.toString(UTF_8))).containsExactly(SampleResults.pass(), SampleResults.fail());
    }

    @Test
    void leavesAloneWhatItDoesNotKnow() throws IOException {
        String newer = json(SampleResults.fail())
                .replace("\"stickiness\": {", "\"later\": {\"deep\": [1, null, {}]}, \"stickiness\": {\"later\": 1.5,")
                .replace("\"moves\": {", "\"moves\": {\"later\": 3,")
                .replace("\"evidence\": [", "\"later\": [[]], \"evidence\": [");
        assertThat(newer).contains("later");
        assertThat(read(newer)).containsExactly(SampleResults.fail());
    }

    @Test
    void needsOnlyWhatTheContractNames() throws IOException {
        String result = json(SampleResults.pass());
        for (String addition : List.of(
                "summary",
                "responseMillis",
                "connections",
                "refusedCookies",
                "ending",
                "notes",
                "options",
                "timeline",
                "effectiveUnits",
                "sessionsUnresolved",
                "declared")) {
            String older = result.replace("\"" + addition + "\":", "\"was-" + addition + "\":");
            assertThat(older).isNotEqualTo(result);
            assertThat(read(older).getFirst().requests()).as(addition).isEqualTo(1_050);
        }
    }

    @Test
    void needsOfAComparisonOnlyWhatTheContractNames() throws IOException {
        String result = json(SampleComparisons.considered());
        int arms = result.indexOf("\"arms\":");
        for (String addition : List.of(
                "comparison",
                "rules",
                "scenarios",
                "asked",
                "outcome",
                "firstMillis",
                "sessionsLost",
                "p99",
                "errorKinds")) {
            String older = result.substring(0, arms)
                    + result.substring(arms).replace("\"" + addition + "\":", "\"was-" + addition + "\":");
            assertThat(older).isNotEqualTo(result);
            Comparison comparison =
                    Objects.requireNonNull(read(older).getFirst().comparison(), addition);
            assertThat(comparison.recommendation().affinity()).as(addition).isEqualTo(Affinity.CONSIDER);
            assertThat(comparison.on().cacheHitRate()).as(addition).isEqualTo(0.4);
        }
        String bare = result.substring(0, arms)
                + result.substring(arms)
                        .replace("\"stickiness\":", "\"was-stickiness\":")
                        .replace("\"distribution\":", "\"was-distribution\":");
        Comparison comparison = Objects.requireNonNull(read(bare).getFirst().comparison());
        assertThat(comparison.off().stickiness().sessionsJudged()).isZero();
        assertThat(comparison.off().distribution().coefficientOfVariation()).isNull();
    }

    @Test
    void namesThePlaceOfWhatIsWrongInAComparison() throws IOException {
        String good = json(SampleComparisons.considered());
        for (String[] wrong : new String[][] {
            {
                "\"affinity\": \"consider\"",
                "\"affinity\": \"pray\"",
                "recommendation.affinity is 'pray', expected enable"
            },
            {"\"standing\": \"not-met\"", "\"standing\": \"so-so\"", "recommendation.rules[0].standing is 'so-so'"},
            {"\"contrast\": \"targets\"", "\"contrast\": \"hue\"", "comparison.contrast is 'hue', expected targets"},
            {"\"improvement\": {", "\"improvement\": 7, \"x\": {", "improvement is 7, expected an object"},
            {"\"off\": {", "\"off\": 7, \"x\": {", "arms.off is 7, expected an object"},
        }) {
            assertThat(good).contains(wrong[0]);
            assertThatExceptionOfType(ReportProblem.class)
                    .isThrownBy(() -> read(good.replaceFirst(java.util.regex.Pattern.quote(wrong[0]), wrong[1])))
                    .withMessageContaining(wrong[2]);
        }
    }

    @Test
    void takesNoPartOfAResultForOne() throws IOException {
        String whole = json(SampleResults.pass()).strip();
        Path file = folder.resolve("part.json");
        for (int length :
                IntStream.iterate(0, n -> n < whole.length(), n -> n + 97).toArray()) {
            Files.writeString(file, whole.substring(0, length));
            assertThatExceptionOfType(ReportProblem.class)
                    .as("the first %d characters", length)
                    .isThrownBy(() -> ResultReader.read(file))
                    .withMessageMatching("cannot read \\S+part\\.json: it is not one whole JSON document.*truncated.*");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | no schema",
                "[] | an array without a result",
                "null | the document is missing, expected an object",
                "42 | the document is 42, expected an object",
                "[{}, 1] | no schema",
                "<html> | not one whole JSON document",
                "{} {} | not one whole JSON document",
                "{\"schema\": 1} | schema is 1, expected a text",
                "{\"schema\": \"stickcheck/plan/1\"} | its schema is 'stickcheck/plan/1', expected stickcheck/result/1",
                "{\"schema\": \"\\u001b]0;x\\u0007\"} | its schema is '\ufffd]0;x\ufffd'",
                "{\"schema\": \"stickcheck/result/1\"} | confidence is missing, expected a number",
            })
    void saysWhatIsForeign(String document, String expected) throws IOException {
        Path file = folder.resolve("foreign.json");
        Files.writeString(file, document);
        assertThatExceptionOfType(ReportProblem.class)
                .isThrownBy(() -> ResultReader.read(file))
                .withMessageStartingWith("cannot read " + file + ": ")
                .withMessageContaining(expected)
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("\n", "\u001b"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"confidence\": 0.95 | \"confidence\": 95 | confidence is 95.0, expected a number between 0 and 1",
                "\"requests\": 1050 | \"requests\": -1 | requests is -1, expected a count",
                "\"requests\": 1050 | \"requests\": 1e99 | requests is 1.0E99, expected a count",
                "\"outcome\": \"pass\" | \"outcome\": \"good\" | checks[0].outcome is 'good', expected pass, fail",
                "\"checks\": [ | \"checks\": [ 7, | checks[0] is 7, expected an object",
                "\"startedAt\": \"2 | \"startedAt\": \"x | expected a moment such as",
                "\"failureRateInterval\": [ 0.0, | \"failureRateInterval\": [ 7.0, | expected [low, high] or null",
            })
    void namesThePlaceOfWhatIsWrong(String there, String instead, String expected) throws IOException {
        String good = json(SampleResults.pass());
        assertThat(good).contains(there);
        assertThatExceptionOfType(ReportProblem.class)
                .isThrownBy(() -> read(good.replaceFirst(java.util.regex.Pattern.quote(there), instead)))
                .withMessageContaining(expected);
    }

    @Test
    void isNotLedIntoTheDeep() throws IOException {
        Path file = folder.resolve("deep.json");
        Files.writeString(file, "[".repeat(1_000_000));
        assertThatExceptionOfType(ReportProblem.class).isThrownBy(() -> ResultReader.read(file));
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        assertThatExceptionOfType(ReportProblem.class)
                .isThrownBy(() -> ResultReader.read(folder.resolve("none.json")))
                .withMessageEndingWith("none.json: there is no such file");
        assertThatExceptionOfType(ReportProblem.class)
                .isThrownBy(() -> ResultReader.read(folder))
                .withMessageEndingWith(": it is a folder");
    }
}
