package dev.stickcheck.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every format of every sample, byte for byte. After a change that is meant, `-Dgolden.rewrite=true` rewrites
/// them; the difference is then what a reviewer reads.
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static final List<String> FORMATS = List.of("json", "xml", "md", "prom", "txt", "ansi", "html");

    static Stream<Arguments> samplesAndFormats() {
        return samples().keySet().stream()
                .flatMap(sample -> FORMATS.stream().map(format -> Arguments.of(sample, format)));
    }

    private static Map<String, Result> samples() {
        Map<String, Result> samples = new TreeMap<>(SampleResults.all());
        SampleComparisons.all().forEach((name, sample) -> samples.put(name, Rounded.of(sample)));
        return samples;
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("samplesAndFormats")
    void looksAsItDid(String sample, String format) throws IOException {
        String rendered = rendered(samples().get(sample), format);
        Path golden = GOLDEN.resolve(sample + "." + format);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, rendered);
        }
        assertThat(rendered).isEqualTo(Files.readString(golden));
    }

    private static String rendered(Result result, String format) throws IOException {
        StringWriter text = new StringWriter();
        switch (format) {
            case "txt" -> TerminalReport.write(result, text, Palette.PLAIN, TerminalReport.STANDARD_WIDTH);
            case "ansi" -> TerminalReport.write(result, text, Palette.ANSI, TerminalReport.STANDARD_WIDTH);
            case "html" -> text.write(HtmlReportTest.shell(Pages.html(result)));
            default -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ReportFormat.of(Path.of("x." + format)).write(List.of(result), bytes);
                text.write(bytes.toString(UTF_8));
            }
        }
        return text.toString();
    }
}
