package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/// The published schema of `stickcheck.yaml` says what the command says.
class ConfigSchemaTest {
    private static final Path SCHEMA = Path.of("src/main/resources/dev/stickcheck/schema/config-1.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void isMadeOfTheCommandModel() throws IOException {
        Map<String, CommandLine> commands =
                Main.commands(Terminal.ofProcess(), Map.of()).getSubcommands();
        JsonNode made = ConfigSchema.of(Stream.of("probe", "compare")
                .map(name -> commands.get(name).getCommandSpec())
                .toList());
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(SCHEMA, made.toPrettyString() + "\n");
        }

        assertThat(JSON.readTree(SCHEMA.toFile())).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target: lab:cookie",
                "targets: [lab:cookie, {target: 'https://a.test', sessions: 50, max-p95: 300ms}]",
                "target: {target: lab:cookie, instances: [a, b]}",
                "{target: a, instances: 3, max-errors: 1%, max-imbalance: 0.3, confidence: 99%, insecure: true}",
                "{target: a, instances: {a: 7, b: 2}, header: {Accept: text/html}, report: [a.json, b.xml]}",
                "{on: lab:cookie, off: lab:random, duration: 60s, blocks: 20, min-improvement: 15%}",
                "{target: lab:cookie, aa: true, journey: a.B, journey-path: [src], application: stateless}",
                "{target: a, http: 1.1, rate: 50/s, seed: -4, think-time: 0, expect: spread, header: ['A: b']}",
            })
    void takesWhatTheCommandTakes(String yaml) throws IOException {
        assertThat(schema().validate(tree(yaml))).isEmpty();
    }

    @Test
    void takesTheExampleOfTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("docs/configuration.md"));
        String example = page.substring(page.indexOf("```yaml\n") + 8);

        assertThat(schema().validate(tree(example.substring(0, example.indexOf("```")))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{target: a, sesions: 5}",
                "{target: a, sessions: many}",
                "{target: a, insecure: 1}",
                "{target: a, timeout: '5'}",
                "{target: a, timeout: '5 s'}",
                "{target: a, expect: perhaps}",
                "{target: a, targets: [b]}",
                "{targets: [{sessions: 5}]}",
                "{targets: [{target: a, report: x.json}]}",
                "{targets: []}",
                "[a]",
            })
    void refusesWhatTheCommandRefuses(String yaml) throws IOException {
        assertThat(schema().validate(tree(yaml))).isNotEmpty();
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
    }

    private static JsonNode tree(String yaml) {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }
}
