package dev.stickcheck.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.stickcheck.model.Affinity;
import dev.stickcheck.model.ComparisonGates;
import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.Gain;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Standing;
import dev.stickcheck.model.Thresholds;
import dev.stickcheck.model.Trait;
import dev.stickcheck.verdict.ComparedStory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonReportTest {
    private static final JsonNode SCHEMA = SchemaTest.resource("/dev/stickcheck/schema/result-1.json");

    private static JsonNode json(Result result) throws IOException {
        return new ObjectMapper().readTree(rendered(result, "x.json"));
    }

    private static String rendered(Result result, String file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormat.of(Path.of(file)).write(List.of(result), out);
        return out.toString(UTF_8);
    }

    private static String text(Result result) throws IOException {
        StringWriter out = new StringWriter();
        TerminalReport.write(result, out, Palette.PLAIN, TerminalReport.STANDARD_WIDTH);
        return out.toString();
    }

    static Stream<String> samples() {
        return SampleComparisons.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fitsTheSchema(String sample) throws IOException {
        JsonSchema validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);
        assertThat(validator.validate(json(SampleComparisons.all().get(sample))))
                .isEmpty();
    }

    @Test
    void holdsTheFieldsOfTheContract() throws IOException {
        JsonNode json = json(SampleComparisons.considered());
        for (String arm : List.of("on", "off")) {
            JsonNode fields = json.at("/arms/" + arm);
            assertThat(fields.get("requests").asLong()).isEqualTo(2_000);
            assertThat(fields.get("errors").asLong()).isZero();
            assertThat(fields.at("/latencyMillis/p95").asDouble()).isPositive();
            assertThat(fields.get("instances")).hasSize(3);
        }
        assertThat(json.at("/arms/on/cacheHitRate").asDouble()).isEqualTo(0.4);
        assertThat(json.at("/arms/on/databaseQueriesPerRequest").asDouble())
                .isLessThan(json.at("/arms/off/databaseQueriesPerRequest").asDouble());
        double estimate = json.at("/improvement/p50/estimate").asDouble();
        assertThat(estimate).isBetween(0.06, 0.10);
        assertThat(json.at("/improvement/p50/interval/0").asDouble()).isLessThan(estimate);
        assertThat(json.at("/improvement/p50/interval/1").asDouble()).isGreaterThan(estimate);
        assertThat(json.at("/recommendation/affinity").asText()).isEqualTo("consider");
        assertThat(json.at("/recommendation/rules")).hasSize(4);
        assertThat(json.at("/recommendation/scenarios")).hasSize(6);
        assertThat(json.at("/comparison/blocks")).hasSize(20);
        JsonNode silent = json(SampleComparisons.hostile());
        assertThat(silent.at("/arms/on/cacheHitRate").isNull()).isTrue();
        assertThat(silent.at("/arms/off/databaseQueriesPerRequest").isNull()).isTrue();
        assertThat(silent.at("/comparison/cacheHitRate/estimate").isNull()).isTrue();
        assertThat(json(SampleResults.pass()).has("comparison")).isFalse();
    }

    @Test
    void beginsWithTheAnswerAndTheMeasuredTableOfTheGuide() throws IOException {
        List<String> lines = text(SampleComparisons.considered()).lines().toList();
        assertThat(lines.getFirst()).startsWith("✓ PASS  Consider affinity: affinity raises the cache hit rate");
        assertThat(lines)
                .anyMatch(line -> line.matches(" +without +with +improvement +plausible +guide"))
                .anyMatch(line -> line.matches(" +Response time \\(p50\\) .* ms .* ms .* % .* % to .* % +8 %"))
                .anyMatch(line -> line.matches(" +Database queries +4\\.0 +3\\.0 +24 % +24 % to 24 % +25 %"))
                .anyMatch(line -> line.matches(" +Cache hit rate +2 % +40 % +\\+38 pts .*"))
                .anyMatch(line -> line.startsWith("  Load distribution "));
        assertThat(String.join(" ", lines).replaceAll("\\s+", " "))
                .contains("? database connection pool exhausted (unknown)")
                .contains("2 or 3 instances with a shared database (met;")
                .contains("WebSocket connections (not met;");
    }

    @Test
    void printsTheNoiseFloor() throws IOException {
        assertThat(text(SampleComparisons.equalArms()).replaceAll("\\s+", " "))
                .containsPattern("noise floor of this machine and target: p50 [\\d.]+ %, p95 [\\d.]+ %");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isNeverWiderThanTheTerminal(String sample) throws IOException {
        for (int width : new int[] {40, 57, 80, 133}) {
            StringWriter out = new StringWriter();
            TerminalReport.write(SampleComparisons.all().get(sample), out, Palette.PLAIN, width);
            assertThat(out.toString().lines()).as("width %d", width).allMatch(line -> Columns.of(line) <= width);
        }
    }

    @Test
    void letsNoNameOfAnInstanceActOnWhoeverReads() throws IOException {
        Result hostile = SampleComparisons.hostile();
        for (String whole : List.of(text(hostile), rendered(hostile, "x.md"), rendered(hostile, "x.xml"))) {
            assertThat(whole.codePoints().filter(point -> point != '\n')).noneMatch(Character::isISOControl);
            assertThat(whole).doesNotContain("\u202e", "\u2066", "\ufffe");
        }
        assertThat(rendered(hostile, "x.json")).matches("[\n -~]+").contains("<script>", "\\u001B[31mred");
        assertThat(rendered(hostile, "x.xml")).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(rendered(hostile, "x.md")).contains("`<script>alert(1)</script>`");
    }

    @Test
    void namesTheInstancesOfEachArmThatAreMissingOrNotDeclared() throws IOException {
        Result named = new ComparedStory()
                .declaring(new Instances.Named(Map.of("instance-1", 1.0, "absent", 1.0)), new Instances.Undeclared())
                .result();
        for (String whole : List.of(text(named), rendered(named, "x.md"), rendered(named, "x.html"))) {
            assertThat(whole.replace("\\", "").replaceAll("\\s+", " "))
                    .containsOnlyOnce("declared, but never answered: absent")
                    .containsOnlyOnce("answered, but not declared: instance-2, instance-3");
        }
    }

    @Test
    void showsAFailedImprovementToABuildServer() throws IOException {
        Result held = new ComparedStory()
                .ratio(0.92, 0.05)
                .held(new ComparisonGates(0.15, true, false), Thresholds.DEFAULT)
                .result();
        assertThat(rendered(held, "x.xml"))
                .containsPattern("<testcase name=\"improvement\" classname=\"stickcheck.compare\"[^>]*>\\s*"
                        + "<failure [^>]*neither p50");
    }

    @Test
    void knowsEveryWordOfTheModel() {
        assertThat(words("/$defs/speedup/properties/outcome"))
                .containsExactly(Stream.of(Gain.values()).map(Gain::label).toArray(String[]::new));
        assertThat(words("/$defs/result/properties/recommendation/properties/affinity"))
                .containsExactly(
                        Stream.of(Affinity.values()).map(Affinity::label).toArray(String[]::new));
        assertThat(words("/$defs/rule/properties/standing"))
                .containsExactly(
                        Stream.of(Standing.values()).map(Standing::label).toArray(String[]::new));
        assertThat(words("/$defs/result/properties/recommendation/properties/asked/items"))
                .containsExactly(Stream.of(Trait.values()).map(Trait::label).toArray(String[]::new));
        assertThat(words("/$defs/result/properties/comparison/properties/contrast"))
                .containsExactly(Stream.of(Contrast.values())
                        .map(contrast -> contrast.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
    }

    private static List<String> words(String pointer) {
        List<String> words = new ArrayList<>();
        SCHEMA.at(pointer + "/enum").forEach(word -> words.add(word.asText()));
        return words;
    }
}
