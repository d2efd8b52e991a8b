package dev.stickcheck.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON document as the JDK's values: `Map`, `List`, `String`, `Long`, `Double`, `Boolean` or null.
final class JsonValues {
    /// Results nest six deep; what nests much deeper is none.
    private static final int DEEPEST = 60;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private JsonValues() {}

    /// The one value that the stream holds.
    ///
    /// @throws com.fasterxml.jackson.core.JacksonException when it is not one JSON document, whole
    static @Nullable Object read(InputStream in) throws IOException {
        try (JsonParser json = FACTORY.createParser(in)) {
            if (json.nextToken() == null) {
                throw new JsonParseException(json, "nothing in it");
            }
            Object value = value(json);
            if (json.nextToken() != null) {
                throw new JsonParseException(json, "more than one document in it");
            }
            return value;
        }
    }

    private static @Nullable Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> whole(json);
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new JsonParseException(json, "no value where one belongs");
        };
    }

    // Beyond a long only the size still means something.
    private static Object whole(JsonParser json) throws IOException {
        return switch (json.getNumberType()) {
            case INT, LONG -> json.getLongValue();
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> json.getDoubleValue();
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser json) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            members.put(name, value(json));
        }
        return members;
    }

    private static List<@Nullable Object> array(JsonParser json) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(json));
        }
        return elements;
    }
}
