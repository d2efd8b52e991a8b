package dev.stickcheck.lab;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/// What the application answers.
///
/// @param headers beyond those that every answer has
record Reply(int status, String contentType, Map<String, String> headers, Buffer body) {
    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply json(int status, JsonObject body) {
        return new Reply(status, "application/json", Map.of(), body.toBuffer());
    }

    static Reply problem(int status, String why) {
        return json(status, new JsonObject().put("error", why));
    }

    static Reply wave(byte[] sound) {
        return new Reply(200, "audio/wav", Map.of(), Buffer.buffer(sound));
    }

    Reply with(String header, String value) {
        return new Reply(status, contentType, Map.of(header, value), body);
    }
}
