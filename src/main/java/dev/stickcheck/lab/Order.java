package dev.stickcheck.lab;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is to be done to an instance.
///
/// @param by how much slower, for [Kind#SLOW]
record Order(int instance, Kind kind, Duration by) {
    static final Duration USUAL_DELAY = Duration.ofSeconds(1);
    private static final Duration SLOWEST = Duration.ofHours(1);

    /// The orders, in lower case as users write them.
    enum Kind {
        /// Its port and its connections are closed.
        KILL,
        /// It gets no new sessions.
        DRAIN,
        /// It is up and well, whatever was done to it.
        RESTORE,
        /// It answers later.
        SLOW,
        /// It answers 503.
        ERROR,
        /// It resets connections.
        RESET,
        /// It is well; up, draining or down as it was.
        HEAL;

        /// The order of this name, or null.
        static @Nullable Kind named(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.written().equals(text))
                    .findFirst()
                    .orElse(null);
        }

        static List<String> names() {
            return Arrays.stream(values()).map(Kind::written).toList();
        }

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How much slower, as users write it.
    ///
    /// @throws LabProblem when it is no duration
    static Duration delay(String text) {
        return Parameters.duration("slow", text, Duration.ZERO, SLOWEST);
    }
}
