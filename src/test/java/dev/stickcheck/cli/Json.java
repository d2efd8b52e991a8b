package dev.stickcheck.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.InputStream;
import java.util.Set;

/// A result as a program reads it.
record Json(JsonNode root) {
    private static final JsonSchema SCHEMA = schema();

    private static JsonSchema schema() {
        InputStream in = Json.class.getResourceAsStream("/dev/stickcheck/schema/result-1.json");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }

    static Json of(String text) {
        if (text.isBlank()) {
            throw new AssertionError("stdout is empty");
        }
        try {
            return new Json(new ObjectMapper().readTree(text));
        } catch (JsonProcessingException e) {
            throw new AssertionError("stdout holds no JSON: " + text, e);
        }
    }

    /// What the published schema has against it.
    Set<ValidationMessage> violations() {
        return SCHEMA.validate(root);
    }

    String verdict() {
        return root.at("/verdict").asText();
    }

    /// The outcome of a check, or `absent`.
    String check(String name) {
        for (JsonNode check : root.at("/checks")) {
            if (check.at("/name").asText().equals(name)) {
                return check.at("/outcome").asText();
            }
        }
        return "absent";
    }

    double number(String pointer) {
        return root.at(pointer).asDouble();
    }

    String text(String pointer) {
        return root.at(pointer).asText();
    }
}
