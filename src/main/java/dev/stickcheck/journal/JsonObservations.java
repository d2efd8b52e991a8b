package dev.stickcheck.journal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads an observation from each line of JSON. Members that are unknown are passed over, empty lines too.
final class JsonObservations implements ObservationReader.Source {
    private static final JsonFactory JSON = new JsonFactory();

    private final ByteLines lines;
    private final Draft draft = new Draft();

    JsonObservations(ByteLines lines) {
        this.lines = lines;
    }

    @Override
    public @Nullable Observation next() throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (!blank(line)) {
                return observation(line);
            }
        }
        return null;
    }

    @Override
    public long line() {
        return lines.number();
    }

    private static boolean blank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return false;
            }
        }
        return true;
    }

    private Observation observation(byte[] line) throws IOException {
        draft.clear();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new BadLine("expected one JSON object a line");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                Field field = Field.of(json.currentName());
                json.nextToken();
                if (field == null) {
                    json.skipChildren();
                } else if (field.list()) {
                    draft.put(field, names(field, json));
                } else {
                    draft.put(field, value(field, json));
                }
            }
            if (json.nextToken() != null) {
                throw new BadLine("expected one JSON object a line, found more behind it");
            }
        } catch (JacksonException e) {
            throw new BadLine("column " + e.getLocation().getColumnNr() + ": not JSON ("
                    + Text.inert(e.getOriginalMessage(), 120) + ")");
        }
        return draft.observation();
    }

    private static @Nullable String value(Field field, JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
            throw BadLine.value(field, json.getText(), "text, a number or null");
        }
        return json.getText();
    }

    private static List<String> names(Field field, JsonParser json) throws IOException {
        List<String> names = new ArrayList<>();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return names;
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw BadLine.value(field, json.getText(), "a list of names");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw BadLine.value(field, json.getText(), "a list of names");
            }
            names.add(json.getText());
        }
        return names;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
