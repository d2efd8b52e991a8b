package dev.stickcheck.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The jar of another house: tough-cookie, asked through a small script under Node.js.
final class ToughCookie {
    private static final Path HOME = Path.of("src/test/js/tough-cookie");
    private static final JsonFactory JSON = new JsonFactory();

    private final Path folder;

    /// Works in a folder that the caller deletes.
    ToughCookie(Path folder) {
        this.folder = folder;
        if (!Files.isDirectory(HOME.resolve("node_modules/tough-cookie"))) {
            fail("tough-cookie is not installed: run `npm ci --prefix %s`", HOME);
        }
    }

    /// For each case the `Cookie` headers of its queries, all at the same moment.
    List<List<String>> answer(long now, List<CookieCase> cases) throws IOException, InterruptedException {
        Path questions = folder.resolve("cases.json");
        Path answers = folder.resolve("answers.json");
        write(questions, now, cases);
        Files.deleteIfExists(answers);
        run(questions, answers);
        return read(answers);
    }

    private void run(Path questions, Path answers) throws IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        Process node = new ProcessBuilder(
                        "node", HOME.resolve("drive.mjs").toString(), questions.toString(), answers.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(node.waitFor(2, TimeUnit.MINUTES))
                    .as("Node.js ends in time")
                    .isTrue();
        } finally {
            node.destroyForcibly();
        }
        assertThat(node.exitValue()).as(Files.readString(log)).isZero();
    }

    private static void write(Path file, long now, List<CookieCase> cases) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(Files.newBufferedWriter(file))) {
            json.writeStartObject();
            json.writeNumberField("now", now);
            json.writeArrayFieldStart("cases");
            for (CookieCase one : cases) {
                write(json, one);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, CookieCase one) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("steps");
        for (CookieCase.Step step : one.steps()) {
            json.writeStartObject();
            json.writeStringField("url", step.place().url());
            json.writeStringField("setCookie", step.header());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("queries");
        for (CookieCase.Place query : one.queries()) {
            json.writeString(query.url());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static List<List<String>> read(Path file) throws IOException {
        List<List<String>> answers = new ArrayList<>();
        try (JsonParser json = JSON.createParser(Files.newBufferedReader(file))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                List<String> headers = new ArrayList<>();
                while (json.nextToken() == JsonToken.VALUE_STRING) {
                    headers.add(json.getText());
                }
                answers.add(headers);
            }
        }
        return answers;
    }
}
