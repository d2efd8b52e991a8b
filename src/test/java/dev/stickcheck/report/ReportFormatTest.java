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
    private static final String KNOWN =
            "--report must end in .html, .json, .md, .xml (JUnit), .prom (OpenMetrics) or .csv (observations), got ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"x.json, JSON", "x.Html, HTML", "X.XML, JUNIT", "a.b/c.md, MARKDOWN", "x.prom, OPENMETRICS"})
    void isToldByTheExtension(Path file, ReportFormat expected) {
        assertThat(ReportFormat.of(file)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x.txt", "json", ""})
    void refusesWhatItDoesNotKnow(String file) {
        assertThatExceptionOfType(ReportProblem.class)
                .isThrownBy(() -> ReportFormat.of(Path.of(file)))
                .withMessage(KNOWN + file + ": use one of these");
    }

    @Test
    void makesNoObservationsOfAResult() {
        assertThatExceptionOfType(ReportProblem.class)
                .isThrownBy(() -> ReportFormat.of(Path.of("x.csv")))
                .withMessage("a result holds no observations, so x.csv cannot be made of one:"
                        + " probe writes it while it measures");
    }

    @Test
    void writesAnArrayWhereSeveralWereAskedFor() throws Exception {
        ReportFormat.JSON.write(List.of(SampleResults.pass()), true, folder.resolve("x.json"));
        ReportFormat.JSON.write(List.of(), true, folder.resolve("y.json"));
        assertThat(Files.readString(folder.resolve("x.json"))).startsWith("[\n  {\n");
        assertThat(Files.readString(folder.resolve("y.json"))).isEqualTo("[]\n");
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
