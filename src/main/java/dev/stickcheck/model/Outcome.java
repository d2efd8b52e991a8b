package dev.stickcheck.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What came of one request. An answer's status may itself be an error ([#error()]), whether or not an
/// instance is known.
public sealed interface Outcome {

    /// An answer whose instance is known.
    record Identified(String instance, int status) implements Outcome {
        public Identified {
            if (instance.isBlank()) {
                throw new IllegalArgumentException("an identified answer needs an instance");
            }
            requireStatus(status);
        }
    }

    /// An answer that does not say which instance gave it.
    record Unidentified(int status) implements Outcome {
        public Unidentified {
            requireStatus(status);
        }
    }

    /// No complete answer. `detail` is one line for a person, already free of control characters.
    record NoAnswer(ErrorKind kind, String detail) implements Outcome {
        public NoAnswer {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(detail);
        }
    }

    /// The error that this outcome counts as, or null when it is a success (status below 400).
    default @Nullable ErrorKind error() {
        return switch (this) {
            case Identified(var instance, var status) -> ofStatus(status);
            case Unidentified(var status) -> ofStatus(status);
            case NoAnswer(var kind, var detail) -> kind;
        };
    }

    private static @Nullable ErrorKind ofStatus(int status) {
        if (status >= 500) {
            return ErrorKind.SERVER_STATUS;
        }
        return status >= 400 ? ErrorKind.CLIENT_STATUS : null;
    }

    private static void requireStatus(int status) {
        if (status < 100 || status > 999) {
            throw new IllegalArgumentException("not an HTTP status: " + status);
        }
    }
}
