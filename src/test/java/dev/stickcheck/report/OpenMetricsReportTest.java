package dev.stickcheck.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Read with the strict OpenMetrics parser of the Prometheus project (Debian's python3-prometheus-client).
class OpenMetricsReportTest {
    @TempDir
    Path folder;

    @Test
    void isReadByThePrometheusProjectWhateverAResultHolds() throws Exception {
        List<Path> files = new ArrayList<>();
        for (long seed = 0; seed < 50; seed++) {
            RandomResults random = new RandomResults(seed);
            files.add(file("seed-" + seed + ".prom", List.of(random.next(), random.next(), random.next())));
        }

        String samples = parsed(files);

        assertThat(samples.lines().count()).isGreaterThan(5_000);
        assertThat(samples).doesNotContain("NaN").doesNotContain("\tinf\n").doesNotContain("\u001b");
    }

    @Test
    void isReadForTheSamplesWithOneOfThemTwice() throws Exception {
        List<Result> results = new ArrayList<>(SampleResults.all().values());
        results.add(SampleResults.pass());

        String samples = parsed(List.of(file("all.prom", results)));

        assertThat(samples).contains("\"target\": \"http://127.0.0.1:8080/api/health (2)\"");
    }

    @Test
    void parserWouldRefuseAnotherForm() throws Exception {
        String good = text(List.of(SampleResults.pass()));

        for (String bad : List.of(
                good.replace("# EOF\n", ""),
                good.replace("_seconds seconds", "_seconds bytes"),
                good.replace("\"instance-1\"", "\"instance-1"))) {
            Path file = Files.writeString(folder.resolve("bad.prom"), bad);
            assertThat(python(List.of(file), folder.resolve("out"))).isNotZero();
        }
    }

    @Test
    void tellsSecondsRatiosAndCountsByTheirNames() throws Exception {
        String text = text(List.of(SampleResults.fail()));

        assertThat(text)
                .contains("# TYPE stickcheck_latency_seconds summary\n# UNIT stickcheck_latency_seconds seconds\n")
                .contains(
                        "stickcheck_latency_seconds{target=\"http://127.0.0.1:8080/api/health\",quantile=\"0.95\"} 0.2404\n")
                .contains("# UNIT stickcheck_check_observed_ratio ratio\n")
                .contains(
                        "stickcheck_check_limit_seconds{check=\"p95\",target=\"http://127.0.0.1:8080/api/health\"} 2.0\n")
                .contains("stickcheck_requests{target=\"http://127.0.0.1:8080/api/health\"} 312.0\n")
                .contains("stickcheck_verdict{outcome=\"fail\",target=\"http://127.0.0.1:8080/api/health\"} 1.0\n")
                .endsWith("# EOF\n");
    }

    @Test
    void hasNoTypeThatTheOlderFormatDoesNotKnow() throws Exception {
        assertThat(text(List.copyOf(SampleResults.all().values())).lines().filter(line -> line.startsWith("# TYPE ")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(" gauge") || line.endsWith(" summary"));
    }

    @Test
    void leavesOutWhatIsUnknown() throws Exception {
        String text = text(List.of(SampleResults.empty()));

        assertThat(text)
                .contains("stickcheck_errors{")
                .doesNotContain("stickcheck_latency")
                .doesNotContain("stickcheck_session_failure_ratio{");
    }

    private Path file(String name, List<Result> results) throws IOException {
        return Files.writeString(folder.resolve(name), text(results));
    }

    private static String text(List<Result> results) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OpenMetricsReport.write(results, out);
        return out.toString(UTF_8);
    }

    private String parsed(List<Path> files) throws Exception {
        Path out = folder.resolve("out");
        assertThat(python(files, out)).as(Files.readString(out)).isZero();
        return Files.readString(out);
    }

    private static int python(List<Path> files, Path out) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "src/test/resources/openmetrics.py"));
        files.forEach(file -> command.add(file.toString()));
        Process python = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(python.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return python.exitValue();
    }
}
