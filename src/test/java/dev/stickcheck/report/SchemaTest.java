package dev.stickcheck.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode SCHEMA = resource("/dev/stickcheck/schema/result-1.json");
    private static final JsonSchema VALIDATOR =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

    static JsonNode resource(String name) {
        try (var in = SchemaTest.class.getResourceAsStream(name)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(Result result) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(result, out);
        return MAPPER.readTree(out.toByteArray());
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void fitsWhateverAResultHolds(long seed) throws IOException {
        JsonNode json = json(new RandomResults(seed).next());
        assertThat(VALIDATOR.validate(json)).isEmpty();
        assertThat(undescribed(json, SCHEMA.at("/$defs/result"), "")).isEmpty();
    }

    @Test
    void fitsTheSamplesAloneAndAsAnArray() throws IOException {
        for (Result sample : SampleResults.all().values()) {
            assertThat(VALIDATOR.validate(json(sample))).isEmpty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(List.copyOf(SampleResults.all().values()), out);
        JsonNode array = MAPPER.readTree(out.toByteArray());
        assertThat(array.isArray()).isTrue();
        assertThat(array.size()).isEqualTo(5);
        assertThat(VALIDATOR.validate(array)).isEmpty();
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("an unknown verdict", r -> r.put("verdict", "maybe")),
                damage("a rate in percent", r -> stickiness(r).put("failureRate", 5.0)),
                damage("a negative count", r -> r.put("requests", -1)),
                damage("a fractional count", r -> r.put("requests", 1.5)),
                damage("text for a number", r -> r.put("durationMillis", "4 s")),
                damage("a missing field", r -> r.remove("checks")),
                damage("null for a count", r -> r.putNull("sessions")),
                damage("another schema", r -> r.put("schema", "stickcheck/result/2")),
                damage("a time without zone", r -> r.put("startedAt", "2026-11-23T12:00:00")),
                damage("an interval of one end", r -> ((ArrayNode) stickiness(r).get("failureRateInterval")).remove(1)),
                damage(
                        "an interval of three ends",
                        r -> ((ArrayNode) stickiness(r).get("failureRateInterval")).add(1)),
                damage("an unknown cause of errors", r -> ((ObjectNode) r.get("errorKinds")).put("bad luck", 1)),
                damage("an unknown check", r -> ((ObjectNode) r.at("/checks/0")).put("name", "luck")),
                damage("an instance without id", r -> ((ObjectNode) r.at("/instances/0")).remove("id")),
                damage("a negative latency", r -> ((ObjectNode) r.get("latencyMillis")).put("p50", -1)),
                damage("a mark that is none", r -> ((ArrayNode) r.at("/timeline/sessions")).add("01?")),
                damage("a session too long", r -> ((ArrayNode) r.at("/timeline/sessions")).add("0".repeat(201))),
                damage(
                        "an unknown recommendation",
                        r -> r.putObject("recommendation")
                                .put("affinity", "pray")
                                .put("why", "")));
    }

    private static Arguments damage(String what, Consumer<ObjectNode> how) {
        return Arguments.of(what, how);
    }

    private static ObjectNode stickiness(ObjectNode result) {
        return (ObjectNode) result.get("stickiness");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void refuses(String what, Consumer<ObjectNode> damage) throws IOException {
        ObjectNode json = (ObjectNode) json(SampleResults.pass());
        damage.accept(json);
        assertThat(VALIDATOR.validate(json)).as(what).isNotEmpty();
    }

    @Test
    void allowsMoreFields() throws IOException {
        ObjectNode json = (ObjectNode) json(SampleResults.pass());
        json.put("more", 1);
        stickiness(json).put("more", 1);
        assertThat(VALIDATOR.validate(json)).isEmpty();
    }

    @Test
    void knowsEveryWordOfTheModel() {
        assertThat(words("/properties/errorKinds/propertyNames/enum"))
                .containsExactly(
                        Stream.of(ErrorKind.values()).map(ErrorKind::label).toArray(String[]::new));
        assertThat(words("/properties/refusedCookies/items/properties/reason/enum"))
                .containsExactly(
                        Stream.of(CookieRefusal.Reason.values()).map(Enum::name).toArray(String[]::new));
        assertThat(words("/properties/stickiness/properties/moves/required"))
                .containsExactly(
                        Stream.of(MoveCause.values()).map(MoveCause::label).toArray(String[]::new));
        assertThat(words("/properties/ending/properties/kind/enum"))
                .containsExactly(Stream.of(Ending.Kind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toArray(String[]::new));
    }

    private static List<String> words(String pointer) {
        List<String> words = new ArrayList<>();
        SCHEMA.at("/$defs/result" + pointer).forEach(word -> words.add(word.asText()));
        return words;
    }

    @Test
    void neverPrintsAnythingButAscii() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(SampleResults.hostile(), out);
        assertThat(out.toString(UTF_8)).matches("[\n -~]+").endsWith("}\n");
        assertThat(MAPPER.readTree(out.toByteArray()).at("/instances/1/id").asText())
                .isEqualTo("\u001b[31mred\u001b[0m\r\n\u009b2J\u0007");
    }

    /// Paths in the document that the schema has no property and no description for.
    private static List<String> undescribed(JsonNode json, JsonNode schema, String path) {
        JsonNode known =
                schema.has("$ref") ? SCHEMA.at(schema.get("$ref").asText().substring(1)) : schema;
        List<String> missing = new ArrayList<>();
        if (!known.has("description") && !path.isEmpty()) {
            missing.add(path);
        }
        if (json.isObject()) {
            json.properties().forEach(member -> {
                JsonNode of = known.at("/properties").has(member.getKey())
                        ? known.at("/properties").get(member.getKey())
                        : known.path("additionalProperties");
                String at = path + "/" + member.getKey();
                if (of.isMissingNode()) {
                    missing.add(at);
                } else if (of.size() > 1 || of.has("properties")) {
                    missing.addAll(undescribed(member.getValue(), of, at));
                }
            });
        }
        if (json.isArray() && known.has("items") && known.get("items").has("properties")) {
            json.forEach(item -> missing.addAll(undescribed(item, known.get("items"), path + "[]")));
        }
        return missing;
    }
}
