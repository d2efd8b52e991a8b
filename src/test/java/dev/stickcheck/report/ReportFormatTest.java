package dev.stickcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFormatTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"x.json, JSON", "X.XML, JUNIT", "a.b/c.md, MARKDOWN"})
    void isToldByTheExtension(Path file, ReportFormat expected) {
        assertThat(ReportFormat.of(file)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.html", "x.prom", "x.csv"})
    void saysWhatIsPlannedAndWhatWorks(String file) {
        assertThatExceptionOfType(ReportProblem.class)
                .isThrownBy(() -> ReportFormat.of(Path.of(file)))
                .withMessage("--report must end in .json, .md or .xml (JUnit), got " + file + " (" + file.substring(1)
                        + " is planned): use one of these");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x.txt", "json", ""})
    void refusesWhatItDoesNotKnow(String file) {
        assertThatExceptionOfType(ReportProblem.class)
                .isThrownBy(() -> ReportFormat.of(Path.of(file)))
                .withMessageContaining("--report must end in .json, .md or .xml (JUnit), got " + file)
                .withMessageNotContaining("planned");
    }

    @Test
    void writesFilesAndSaysWhenItCannot() throws Exception {
        ReportFormat.JSON.write(List.of(SampleResults.pass()), folder.resolve("x.json"));
        assertThat(Files.readString(folder.resolve("x.json"))).startsWith("{\n  \"schema\": \"stickcheck/result/1\",");
        ReportFormat.JSON.write(List.of(SampleResults.pass(), SampleResults.fail()), folder.resolve("y.json"));
        assertThat(Files.readString(folder.resolve("y.json")))
                .startsWith("[\n  {\n")
                .endsWith("}\n]\n");
        assertThatExceptionOfType(ReportProblem.class)
                .isThrownBy(() -> ReportFormat.JSON.write(List.of(SampleResults.pass()), folder.resolve("no/x.json")))
                .withMessageContaining("no/x.json: its folder does not exist: create it");
    }
}
