package dev.stickcheck.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where in an answer the instance's id stands.
public sealed interface InstanceSource {
    /// The `X-Instance-ID` header, looked at when nothing else is asked for.
    static InstanceSource standard() {
        return new Header("X-Instance-ID", null);
    }

    /// A response header; with a pattern its first group (or the whole match) is the id.
    record Header(String name, @Nullable Pattern pattern) implements InstanceSource {}

    /// A cookie that the answer sets or, where it sets none, that the session's jar holds.
    record Cookie(String name) implements InstanceSource {}

    /// An RFC 6901 pointer into a JSON body.
    record Json(String pointer) implements InstanceSource {}

    /// The first group (or the whole match) of a pattern in the body.
    record Body(Pattern pattern) implements InstanceSource {}

    /// Whether the id is looked for in the body, so that the body must be kept.
    default boolean readsBody() {
        return switch (this) {
            case Header h -> false;
            case Cookie c -> false;
            case Json j -> true;
            case Body b -> true;
        };
    }
}
