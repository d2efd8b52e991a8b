package dev.stickcheck.journal;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What an observation's line holds, in the order in which it is written.
enum Field {
    TIME("time"),
    SESSION("session"),
    SEQUENCE("sequence"),
    INSTANCE("instance"),
    STATUS("status"),
    LATENCY("latencyMillis"),
    CONNECTION("connection"),
    SOURCE_ADDRESS("sourceAddress"),
    ARM("arm"),
    ERROR("error"),
    COOKIES_SENT("cookiesSent"),
    COOKIES_SET("cookiesSet"),
    RESPONSE("responseMillis"),
    LAUNCH("launch"),
    COOKIES_ENDED("cookiesEnded"),
    COOKIES_REFUSED("cookiesRefused"),
    COOKIE_BYTES("cookieBytes"),
    DETAIL("detail");

    private static final Map<String, Field> BY_KEY =
            Arrays.stream(values()).collect(toUnmodifiableMap(Field::key, Function.identity()));

    private final String key;

    Field(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /// Whether it holds a list of names.
    boolean list() {
        return switch (this) {
            case COOKIES_SENT, COOKIES_SET, COOKIES_ENDED, COOKIES_REFUSED -> true;
            case TIME,
                    SESSION,
                    SEQUENCE,
                    INSTANCE,
                    STATUS,
                    LATENCY,
                    CONNECTION,
                    SOURCE_ADDRESS,
                    ARM,
                    ERROR,
                    RESPONSE,
                    LAUNCH,
                    COOKIE_BYTES,
                    DETAIL -> false;
        };
    }

    /// The field of that name, or null: a line may hold more than we know.
    static @Nullable Field of(String key) {
        return BY_KEY.get(key);
    }
}
