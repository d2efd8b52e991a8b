package dev.stickcheck.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private final JsonNode document = document();
    private final JsonSchema schema =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document);

    private static JsonNode document() {
        try (InputStream in =
                ObservationSchemaTest.class.getResourceAsStream("/dev/stickcheck/schema/observation-1.json")) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void fitsEveryLineThatIsWritten(long seed) throws IOException {
        Path file = folder.resolve("x.jsonl");
        try (ObservationWriter writer = ObservationWriter.open(file)) {
            new RandomObservations(seed).stream().limit(40).forEach(writer::write);
        }
        for (String line : Files.readAllLines(file)) {
            assertThat(schema.validate(MAPPER.readTree(line))).isEmpty();
        }
    }

    @Test
    void describesEveryField() {
        List<String> described = new ArrayList<>();
        document.get("properties").properties().forEach(field -> {
            assertThat(field.getValue().path("description").asText()).isNotBlank();
            described.add(field.getKey());
        });
        assertThat(described)
                .containsExactlyElementsOf(
                        Arrays.stream(Field.values()).map(Field::key).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "status, 99",
        "sequence, 0",
        "latencyMillis, -1",
        "latencyMillis, null",
        "arm, \"x\"",
        "error, \"x\"",
        "instance, \" \"",
        "status, null",
        "time, \"now\"",
        "cookiesSet, \"a\"",
        "cookiesRefused, [\"a:B\"]"
    })
    void refuses(String field, String value) throws IOException {
        Path file = folder.resolve("x.jsonl");
        try (ObservationWriter writer = ObservationWriter.open(file)) {
            writer.write(RoundTripTest.simple("a", Duration.ofMillis(1)));
        }
        ObjectNode line = (ObjectNode) MAPPER.readTree(Files.readString(file));
        assertThat(schema.validate(line)).isEmpty();
        line.set(field, MAPPER.readTree(value));
        assertThat(schema.validate(line)).isNotEmpty();
    }
}
