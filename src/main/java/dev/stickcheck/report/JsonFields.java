package dev.stickcheck.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter.FixedSpaceIndenter;
import com.fasterxml.jackson.core.util.Separators;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Latency;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes members of JSON objects: unknown and NaN are null, text is ASCII with JSON's own escapes, so that nothing of
/// a target acts on the terminal or the editor that shows it.
final class JsonFields {
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .highestNonEscapedChar('~')
            .characterEscapes(new WithDelete())
            .build();

    private final JsonGenerator json;
    private final DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectEntrySpacing(Separators.Spacing.NONE)
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""))
            .withObjectIndenter(LINES)
            .withArrayIndenter(LINES);

    JsonFields(OutputStream out) throws IOException {
        this.json = FACTORY.createGenerator(out);
        json.setPrettyPrinter(printer);
    }

    /// Part of a document.
    @FunctionalInterface
    interface Part {
        void write() throws IOException;
    }

    /// Part of a document for each element.
    @FunctionalInterface
    interface PartOf<T> {
        void write(T element) throws IOException;
    }

    void object(Part members) throws IOException {
        json.writeStartObject();
        members.write();
        json.writeEndObject();
    }

    void object(String name, Part members) throws IOException {
        json.writeFieldName(name);
        object(members);
    }

    <T> void elements(List<T> elements, PartOf<T> each) throws IOException {
        json.writeStartArray();
        for (T element : elements) {
            each.write(element);
        }
        json.writeEndArray();
    }

    <T> void list(String name, List<T> elements, PartOf<T> each) throws IOException {
        json.writeFieldName(name);
        elements(elements, each);
    }

    void texts(String name, List<String> texts) throws IOException {
        list(name, texts, json::writeString);
    }

    void nothing(String name) throws IOException {
        json.writeNullField(name);
    }

    void text(String name, String text) throws IOException {
        json.writeStringField(name, text);
    }

    /// Text that may be unknown.
    void maybe(String name, @Nullable String text) throws IOException {
        json.writeFieldName(name);
        json.writeString(text);
    }

    void whole(String name, long number) throws IOException {
        json.writeNumberField(name, number);
    }

    void flag(String name, boolean flag) throws IOException {
        json.writeBooleanField(name, flag);
    }

    void number(String name, @Nullable Double number) throws IOException {
        json.writeFieldName(name);
        if (number == null || number.isNaN() || number.isInfinite()) {
            json.writeNull();
        } else {
            // A negative zero is nobody's result.
            json.writeNumber(number + 0.0);
        }
    }

    /// On one line, as `[ low, high ]`.
    void interval(String name, @Nullable Interval interval) throws IOException {
        json.writeFieldName(name);
        if (interval == null || Double.isInfinite(interval.low()) || Double.isInfinite(interval.high())) {
            json.writeNull();
            return;
        }
        printer.indentArraysWith(FixedSpaceIndenter.instance);
        json.writeArray(new double[] {interval.low() + 0.0, interval.high() + 0.0}, 0, 2);
        printer.indentArraysWith(LINES);
    }

    /// On one line.
    void numbers(String name, double[] numbers) throws IOException {
        json.writeFieldName(name);
        printer.indentArraysWith(FixedSpaceIndenter.instance);
        json.writeArray(numbers, 0, numbers.length);
        printer.indentArraysWith(LINES);
    }

    /// On one line.
    void wholes(String name, int[] numbers) throws IOException {
        json.writeFieldName(name);
        printer.indentArraysWith(FixedSpaceIndenter.instance);
        json.writeArray(numbers, 0, numbers.length);
        printer.indentArraysWith(LINES);
    }

    void latency(String name, Latency latency) throws IOException {
        object(name, () -> {
            number("p50", latency.p50());
            number("p95", latency.p95());
            number("p99", latency.p99());
            number("max", latency.max());
        });
    }

    /// Ends the last line and leaves the stream open.
    void end() throws IOException {
        json.writeRaw('\n');
        json.close();
    }

    /// JSON itself lets DEL stand as it is.
    private static final class WithDelete extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[0x7f] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int point) {
            return null;
        }
    }
}
