package dev.stickcheck.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes an observation as one line of JSON, in ASCII alone: what is not is escaped as JSON does, so that no control
/// character, override of direction or half of a pair can do harm on its way.
final class JsonLines implements ObservationWriter.Lines {
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .rootValueSeparator("")
            .highestNonEscapedChar('~')
            .characterEscapes(new WithDelete())
            .build();

    private final JsonGenerator json;

    JsonLines(OutputStream out) throws IOException {
        this.json = JSON.createGenerator(out);
    }

    @Override
    public void write(Observation o) throws IOException {
        json.writeStartObject();
        text(Field.TIME, o.time().toString());
        text(Field.SESSION, o.session());
        json.writeNumberField(Field.SEQUENCE.key(), o.sequence());
        text(Field.INSTANCE, o.instance());
        json.writeFieldName(Field.STATUS.key());
        Integer status = o.status();
        if (status == null) {
            json.writeNull();
        } else {
            json.writeNumber(status);
        }
        decimal(Field.LATENCY, Millis.text(o.latency()));
        text(Field.CONNECTION, o.connection());
        text(Field.SOURCE_ADDRESS, o.sourceAddress());
        text(Field.ARM, Words.ARMS.of(o.arm()));
        text(Field.ERROR, o.error() == null ? null : Words.ERRORS.of(o.error()));
        names(Field.COOKIES_SENT, o.cookies().sent());
        names(Field.COOKIES_SET, o.cookies().set());
        decimal(Field.RESPONSE, Millis.text(o.response()));
        json.writeNumberField(Field.LAUNCH.key(), o.launch());
        names(Field.COOKIES_ENDED, o.cookies().ended());
        names(Field.COOKIES_REFUSED, refusals(o.cookies().refused()));
        json.writeNumberField(Field.COOKIE_BYTES.key(), o.cookieBytes());
        text(Field.DETAIL, o.outcome() instanceof Outcome.NoAnswer(var kind, var detail) ? detail : null);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /// Names and reasons, as `NAME:REASON`.
    static List<String> refusals(List<CookieRefusal> refused) {
        return refused.stream()
                .map(refusal -> refusal.name() + ":" + Words.REASONS.of(refusal.reason()))
                .toList();
    }

    private void text(Field field, @Nullable String value) throws IOException {
        json.writeFieldName(field.key());
        // writeString(null) writes null.
        json.writeString(value);
    }

    private void decimal(Field field, String number) throws IOException {
        json.writeFieldName(field.key());
        json.writeNumber(number);
    }

    private void names(Field field, List<String> names) throws IOException {
        json.writeArrayFieldStart(field.key());
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }

    @Override
    public void close() throws IOException {
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
