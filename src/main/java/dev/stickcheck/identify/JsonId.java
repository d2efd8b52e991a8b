package dev.stickcheck.identify;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import dev.stickcheck.identify.Identifier.Lookup;
import dev.stickcheck.identify.Identifier.Remembered;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads an id from where a pointer (RFC 6901) leads in a JSON body. Strings and numbers are ids; the first member of a
/// name counts, and reading ends at the value, so a body that was cut off behind it still tells.
final class JsonId implements Lookup {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonPointer pointer;
    private final Remembered ids = new Remembered(InstanceId::of);

    JsonId(String pointer) {
        this.pointer = JsonPointer.compile(pointer);
    }

    @Override
    public @Nullable String find(Answer answer) {
        if (answer.body() == null || answer.body().isBlank()) {
            return null;
        }
        try (JsonParser parser = JSON.createParser(answer.body())) {
            parser.nextToken();
            String raw = descend(parser, pointer) ? scalar(parser) : null;
            return raw == null ? null : ids.of(raw);
        } catch (JacksonException malformed) {
            return null;
        } catch (IOException e) {
            throw new AssertionError("a String is read without input or output", e);
        }
    }

    /// Moves the parser to the value that the rest of the pointer leads to.
    private static boolean descend(JsonParser parser, JsonPointer start) throws IOException {
        JsonPointer rest = start;
        while (!rest.matches()) {
            JsonToken at = parser.currentToken();
            boolean found = at == JsonToken.START_OBJECT
                    ? member(parser, rest)
                    : at == JsonToken.START_ARRAY && element(parser, rest.getMatchingIndex());
            if (!found) {
                return false;
            }
            rest = rest.tail();
        }
        return true;
    }

    private static boolean member(JsonParser parser, JsonPointer rest) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean matches = rest.matchesProperty(parser.currentName());
            parser.nextToken();
            if (matches) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static boolean element(JsonParser parser, int index) throws IOException {
        int at = 0;
        while (index >= 0 && parser.nextToken() != JsonToken.END_ARRAY && parser.hasCurrentToken()) {
            if (at == index) {
                return true;
            }
            at++;
            parser.skipChildren();
        }
        return false;
    }

    private static @Nullable String scalar(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> wholeNumber(parser);
            case null, default -> null;
        };
    }

    /// A number at the very end of a body that was cut off may lack digits; what follows it proves that it is whole.
    private static String wholeNumber(JsonParser parser) throws IOException {
        String number = parser.getText();
        parser.nextToken();
        return number;
    }
}
