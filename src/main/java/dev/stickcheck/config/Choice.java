package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One of a few words.
final class Choice {
    private Choice() {}

    static <E extends Enum<E>> E of(Class<E> kind, String option, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (E constant : kind.getEnumConstants()) {
            if (word(constant).equals(wanted)) {
                return constant;
            }
        }
        String words = Stream.of(kind.getEnumConstants()).map(Choice::word).collect(Collectors.joining(", "));
        throw new BadValue(option + " must be one of " + words + ", got " + Quantities.quoted(text));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
