package dev.stickcheck.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stickcheck.journal.ObservationReader;
import dev.stickcheck.journal.ObservationWriter;
import dev.stickcheck.model.Arm;
import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import dev.stickcheck.model.Result;
import dev.stickcheck.report.ReportFormat;
import dev.stickcheck.report.ResultBuilder;
import dev.stickcheck.report.SampleResults;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/// Names that a hostile target chose, in every format: well-formed, as long as a page can bear, and inert.
class HostileReportsTest {
    private static final List<String> NAMES = List.of(
            "<img src=x onerror=alert(1)>",
            "]]></failure><failure>",
            "a\"b'c`d\\",
            "\u001b[2J\u001b]0;owned\u0007",
            "\u009b31m",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-2+3",
            "@SUM(1+1)",
            "\t=1+1",
            "\r\n## injected\r\n",
            "a\nb\u2028c",
            "} 1\n# EOF\nevil{x=\"",
            "\u202etxt.exe",
            "\ud800",
            "\0",
            "x".repeat(100_000));

    @TempDir
    Path folder;

    private static Result hostile() {
        ResultBuilder result = new ResultBuilder()
                .target("http://h/?" + NAMES.get(3) + NAMES.get(0))
                .stickiness(SampleResults.fail().stickiness())
                .distribution(SampleResults.hostile().distribution());
        for (String name : NAMES) {
            result.instance(name, 1, 1, 0.1, 0.1, 0, 1.0, 2.0)
                    .refused(name, CookieRefusal.Reason.SECURE_OVER_HTTP, 1)
                    .note(name)
                    .option(name, name);
        }
        return result.build();
    }

    private static String text(ReportFormat format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(List.of(hostile(), hostile()), out);
        return out.toString(UTF_8);
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void holdsNoControlCharacterAndNoEndlessName(ReportFormat format) throws Exception {
        String text = text(format);

        assertThat(text.codePoints().filter(c -> Character.isISOControl(c) && c != '\n'))
                .isEmpty();
        assertThat(text.codePoints().filter(c -> Character.getType(c) == Character.FORMAT))
                .isEmpty();
        assertThat(text).doesNotContain("\n## injected").doesNotContain("\nevil{");
        // A program can bear a name of any length, and may need it whole.
        assertThat(text.contains("x".repeat(2_000))).isEqualTo(format == ReportFormat.JSON);
    }

    @Test
    void isXmlWithTheNamesAsText() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text(ReportFormat.JUNIT))));

        assertThat(xml.getElementsByTagName("img").getLength()).isZero();
        assertThat(xml.getElementsByTagName("failure").getLength()).isZero();
        assertThat(xml.getElementsByTagName("system-out").item(0).getTextContent())
                .contains(NAMES.get(0));
    }

    @Test
    void isJsonWithTheNamesAsText() throws Exception {
        assertThat(new ObjectMapper()
                        .readTree(text(ReportFormat.JSON))
                        .at("/0/instances/0/id")
                        .asText())
                .isEqualTo(NAMES.getFirst());
    }

    @Test
    void isMarkdownWithoutATagOfTheTarget() throws Exception {
        assertThat(text(ReportFormat.MARKDOWN).lines().filter(line -> line.startsWith("| `<img")))
                .hasSize(2);
        assertThat(text(ReportFormat.MARKDOWN).lines().filter(line -> line.matches("[^`]*<img.*")))
                .allSatisfy(line -> assertThat(line).contains("\\<img"));
    }

    @Test
    void isOpenMetricsWithTheNamesAsLabels() throws Exception {
        Path file = Files.writeString(folder.resolve("x.prom"), text(ReportFormat.OPENMETRICS));
        Path out = folder.resolve("out");
        Process python = new ProcessBuilder("/usr/bin/python3", "src/test/resources/openmetrics.py", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();

        assertThat(python.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(python.exitValue()).as(Files.readString(out)).isZero();
        assertThat(Files.readAllLines(out).stream()
                        .filter(line ->
                                line.contains("\tstickcheck_instance_requests\t") && line.contains("\tgauge\t")))
                .hasSize(2 * NAMES.size());
    }

    @Test
    void isATableWithoutAFormulaAndReadBackAsItWas() throws Exception {
        Path file = folder.resolve("o.csv");
        List<Observation> written = new ArrayList<>();
        try (ObservationWriter writer = ObservationWriter.open(file)) {
            for (String name : NAMES) {
                if (name.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000)) {
                    Observation observation = new Observation(
                            Instant.EPOCH,
                            name,
                            0,
                            1,
                            Arm.STICKY,
                            new Outcome.Identified(name, 200),
                            Duration.ofMillis(1),
                            Duration.ofMillis(1),
                            name,
                            null,
                            new CookieTrace(List.of(name), List.of(name), List.of(), List.of()),
                            0);
                    written.add(observation);
                    writer.write(observation);
                }
            }
        }

        for (CSVRecord row : CSVFormat.RFC4180.parse(new StringReader(Files.readString(file)))) {
            assertThat(row.toList()).allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)[=+\\-@\\t\\r].*"));
            assertThat(String.join("", row.toList()).chars().filter(Character::isISOControl))
                    .isEmpty();
        }
        List<Observation> read = new ArrayList<>();
        ObservationReader.forEach(file, read::add);
        assertThat(read).isEqualTo(written);
    }
}
