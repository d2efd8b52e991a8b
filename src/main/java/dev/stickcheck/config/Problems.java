package dev.stickcheck.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with a configuration, so that all of it is told at once.
final class Problems {
    private final List<String> lines = new ArrayList<>();

    void add(String line) {
        lines.add(line);
    }

    /// As [#add], unless it was told already.
    void addOnce(String line) {
        if (!lines.contains(line)) {
            lines.add(line);
        }
    }

    /// The value that `reading` gives, or null after its complaint has been noted.
    <T> @Nullable T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BadValue problem) {
            lines.add(String.valueOf(problem.getMessage()));
            return null;
        }
    }

    /// As [#read], with a value to go on with.
    <T> T readOr(T fallback, Supplier<T> reading) {
        T value = read(reading);
        return value == null ? fallback : value;
    }

    void throwIfAny() {
        throwIfAny(line -> line);
    }

    /// @param told makes of a complaint what is told
    void throwIfAny(UnaryOperator<String> told) {
        if (!lines.isEmpty()) {
            throw new ConfigProblem(lines.stream().map(told).toList());
        }
    }

    /// One value that cannot be read. The message is one line for a person.
    static final class BadValue extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadValue(String message) {
            super(message);
        }
    }
}
