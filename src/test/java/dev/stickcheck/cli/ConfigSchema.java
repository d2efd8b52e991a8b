package dev.stickcheck.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stickcheck.config.ConfigKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The schema of a configuration file, made from the command model that reads it.
final class ConfigSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PERCENT = "^\\d+(\\.\\d+)?%?$";
    private static final String DURATION = "^\\d+(\\.\\d+)?(ms|s|m|h)$|^0$";
    private static final Map<String, String> PATTERNS =
            Map.of("D", DURATION, "5%", PERCENT, "30%", PERCENT, "1%", PERCENT, "95%", PERCENT, "N", "^-?\\d+$");

    private final ObjectNode root = JSON.createObjectNode();
    private final Map<String, OptionSpec> options = new LinkedHashMap<>();
    private final Map<String, ConfigKey> keys = new LinkedHashMap<>();

    private ConfigSchema(List<CommandSpec> commands) {
        for (CommandSpec command : commands) {
            for (ConfigKey key : ConfigKeys.of(command)) {
                options.putIfAbsent(key.name(), command.findOption("--" + key.name()));
                keys.putIfAbsent(key.name(), key);
            }
        }
    }

    /// Of a file for any of these commands.
    static ObjectNode of(List<CommandSpec> commands) {
        return new ConfigSchema(commands).schema();
    }

    private ObjectNode schema() {
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", "urn:stickcheck:config:1");
        root.put("title", "A stickcheck.yaml");
        root.put("description", "Options of stickcheck by their names without dashes, and one target or several.");
        root.put("type", "object");
        root.put("additionalProperties", false);
        ObjectNode properties = root.putObject("properties");
        properties.putObject("target").putArray("oneOf").add(ref("target")).add(ref("aim"));
        properties
                .putObject("targets")
                .put("type", "array")
                .put("minItems", 1)
                .put("maxItems", 100)
                .putObject("items")
                .putArray("oneOf")
                .add(ref("target"))
                .add(ref("aim"));
        for (ConfigKey key : keys.values()) {
            properties.set(key.name(), ref(key.name()));
        }
        ObjectNode not = root.putObject("not");
        not.putArray("required").add("target").add("targets");
        root.set("$defs", definitions());
        return root;
    }

    private ObjectNode definitions() {
        ObjectNode definitions = JSON.createObjectNode();
        definitions
                .putObject("target")
                .put("type", "string")
                .put("minLength", 1)
                .put("description", "http://…, https://…, ws://…, wss://… or lab:POLICY.");
        ObjectNode aim = definitions.putObject("aim");
        aim.put("type", "object")
                .put("additionalProperties", false)
                .put("description", "A target with options of its own.");
        aim.putArray("required").add("target");
        ObjectNode own = aim.putObject("properties");
        own.set("target", ref("target"));
        for (ConfigKey key : keys.values()) {
            definitions.set(key.name(), definition(key));
            if (!key.shared()) {
                own.set(key.name(), ref(key.name()));
            }
        }
        return definitions;
    }

    private ObjectNode definition(ConfigKey key) {
        OptionSpec option = Objects.requireNonNull(options.get(key.name()));
        ObjectNode definition = JSON.createObjectNode();
        definition.put("description", Roff.shown(option.description()));
        switch (key.kind()) {
            case FLAG -> definition.put("type", "boolean");
            case ONE -> {
                if (key.name().equals("instances")) {
                    forms(definition, List.of("string", "integer", "array", "object"));
                } else if (key.name().equals("source-address")) {
                    forms(definition, List.of("string", "array"));
                } else {
                    scalar(definition, option);
                }
            }
            case MANY ->
                forms(
                        definition,
                        key.name().equals("header")
                                ? List.of("string", "array", "object")
                                : List.of("string", "array"));
        }
        return definition;
    }

    private static void scalar(ObjectNode definition, OptionSpec option) {
        definition.putArray("type").add("string").add("number");
        if (option.completionCandidates() != null) {
            StringBuilder words = new StringBuilder();
            option.completionCandidates()
                    .forEach(word -> words.append(words.isEmpty() ? "" : "|").append(word.replace(".", "\\.")));
            definition.put("pattern", "^(" + words + ")$");
            return;
        }
        String pattern = PATTERNS.get(option.paramLabel());
        if (pattern != null) {
            definition.put("pattern", pattern);
        }
    }

    private static void forms(ObjectNode definition, List<String> types) {
        types.forEach(definition.withArray("type")::add);
        definition.putObject("items").putArray("type").add("string").add("number");
        if (types.contains("object")) {
            definition
                    .putObject("additionalProperties")
                    .putArray("type")
                    .add("string")
                    .add("number");
        }
    }

    private static ObjectNode ref(String name) {
        return JSON.createObjectNode().put("$ref", "#/$defs/" + name);
    }
}
