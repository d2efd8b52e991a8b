package dev.stickcheck.journal;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of one line on the way to an observation. Used again for the next line.
///
/// A line needs `time`, `session`, `sequence`, `latencyMillis` and a `status` or an `error`; for all others something
/// sensible stands in, so that files of other makers are read too.
final class Draft {
    private final Map<Field, String> values = new EnumMap<>(Field.class);
    private final Map<Field, List<String>> lists = new EnumMap<>(Field.class);
    private final LaunchNumbers launches = new LaunchNumbers();

    void clear() {
        values.clear();
        lists.clear();
    }

    void put(Field field, @Nullable String value) {
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }

    void put(Field field, List<String> names) {
        lists.put(field, names);
    }

    Observation observation() throws BadLine {
        Duration latency = Millis.read(Field.LATENCY, required(Field.LATENCY));
        String response = values.get(Field.RESPONSE);
        String session = required(Field.SESSION);
        Arm arm = arm();
        return new Observation(
                time(),
                session,
                launch(arm, session),
                (int) Whole.read(Field.SEQUENCE, required(Field.SEQUENCE), 1, Integer.MAX_VALUE),
                arm,
                outcome(),
                latency,
                response == null ? latency : Millis.read(Field.RESPONSE, response),
                values.get(Field.CONNECTION),
                values.get(Field.SOURCE_ADDRESS),
                cookies(),
                (int) Whole.read(
                        Field.COOKIE_BYTES, values.getOrDefault(Field.COOKIE_BYTES, "0"), 0, Integer.MAX_VALUE));
    }

    private String required(Field field) throws BadLine {
        String value = values.get(field);
        if (value == null) {
            throw BadLine.missing(field);
        }
        return value;
    }

    private Instant time() throws BadLine {
        String time = required(Field.TIME);
        try {
            return Instant.parse(time);
        } catch (DateTimeException e) {
            throw BadLine.value(Field.TIME, time, "an RFC 3339 time such as 2026-11-23T12:00:00.5Z");
        }
    }

    private Arm arm() throws BadLine {
        String arm = values.get(Field.ARM);
        return arm == null ? Arm.STICKY : Words.ARMS.read(Field.ARM, arm);
    }

    private long launch(Arm arm, String session) throws BadLine {
        String launch = values.get(Field.LAUNCH);
        return launch == null ? launches.of(arm, session) : Whole.read(Field.LAUNCH, launch, 0, Long.MAX_VALUE);
    }

    private Outcome outcome() throws BadLine {
        String status = values.get(Field.STATUS);
        String instance = values.get(Field.INSTANCE);
        if (status == null) {
            if (instance != null) {
                throw new BadLine("field instance: an answer with an instance needs a status");
            }
            if (!values.containsKey(Field.ERROR)) {
                throw new BadLine("field error: a line without status needs an error");
            }
            return new Outcome.NoAnswer(
                    Words.ERRORS.read(Field.ERROR, required(Field.ERROR)), values.getOrDefault(Field.DETAIL, ""));
        }
        int code = (int) Whole.read(Field.STATUS, status, 100, 999);
        return instance == null || instance.isBlank()
                ? new Outcome.Unidentified(code)
                : new Outcome.Identified(instance, code);
    }

    private CookieTrace cookies() throws BadLine {
        if (lists.isEmpty()) {
            return CookieTrace.NONE;
        }
        List<CookieRefusal> refused = new ArrayList<>();
        for (String text : names(Field.COOKIES_REFUSED)) {
            // A name may hold a colon, a reason never does.
            int colon = text.lastIndexOf(':');
            if (colon < 0) {
                throw BadLine.value(Field.COOKIES_REFUSED, text, "NAME:REASON");
            }
            refused.add(new CookieRefusal(
                    text.substring(0, colon), Words.REASONS.read(Field.COOKIES_REFUSED, text.substring(colon + 1))));
        }
        return new CookieTrace(
                names(Field.COOKIES_SENT), names(Field.COOKIES_SET), names(Field.COOKIES_ENDED), refused);
    }

    private List<String> names(Field field) {
        return lists.getOrDefault(field, List.of());
    }
}
