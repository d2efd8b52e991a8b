package dev.stickcheck.journal;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.ErrorKind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// The words that a field may hold, and what they stand for.
final class Words<T> {
    static final Words<Arm> ARMS = new Words<>(Arm.values(), arm -> arm.name().toLowerCase(Locale.ROOT));
    static final Words<ErrorKind> ERRORS = new Words<>(ErrorKind.values(), ErrorKind::label);
    static final Words<CookieRefusal.Reason> REASONS = new Words<>(CookieRefusal.Reason.values(), Enum::name);

    private final Map<String, T> meanings = new LinkedHashMap<>();
    private final Function<T, String> word;

    private Words(T[] meanings, Function<T, String> word) {
        this.word = word;
        for (T meaning : meanings) {
            this.meanings.put(word.apply(meaning), meaning);
        }
    }

    String of(T meaning) {
        return word.apply(meaning);
    }

    T read(Field field, String found) throws BadLine {
        T meaning = meanings.get(found);
        if (meaning == null) {
            throw BadLine.value(field, found, "one of " + String.join(", ", meanings.keySet()));
        }
        return meaning;
    }
}
