package dev.stickcheck.identify;

import dev.stickcheck.model.InstanceSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells which instance gave an answer, or that the answer does not say.
///
/// Pure and safe for any number of threads. An id that was seen before costs two map lookups and no allocation, and is
/// always the same `String`, so that a million observations hold a handful of ids.
public final class Identifier {
    /// Raw values remembered; a target with more ids than this names requests, not instances.
    private static final int MOST_REMEMBERED = 1_024;

    private static final int LONGEST_REMEMBERED = 512;

    private final Lookup lookup;

    /// Looks for ids where `source` says.
    ///
    /// @throws IllegalArgumentException when a JSON pointer is none (RFC 6901)
    public Identifier(InstanceSource source) {
        this.lookup = switch (source) {
            case InstanceSource.Header(var name, var pattern) -> header(name, pattern);
            case InstanceSource.Cookie(var name) -> new CookieId(name);
            case InstanceSource.Json(var pointer) -> new JsonId(pointer);
            case InstanceSource.Body(var pattern) -> new BodyId(pattern);
        };
    }

    /// The instance's id, at most 128 characters long and not blank, or null when the answer tells none.
    public @Nullable String identify(Answer answer) {
        return lookup.find(answer);
    }

    private static Lookup header(String name, @Nullable Pattern pattern) {
        String key = name.toLowerCase(Locale.ROOT);
        PatternId extract = pattern == null ? null : new PatternId(pattern);
        Remembered ids = new Remembered(raw -> InstanceId.of(extract == null ? raw : extract.find(raw)));
        return answer -> {
            List<String> values = answer.headers().get(key);
            return values == null || values.isEmpty() ? null : ids.of(values.getFirst());
        };
    }

    /// One way to find an id in an answer.
    interface Lookup {
        @Nullable
        String find(Answer answer);
    }

    /// One way to make an id out of a raw value.
    interface Reading {
        @Nullable
        String of(String raw);
    }

    /// Ids by the raw value that they were read from, as many as a sane target has.
    static final class Remembered implements Reading {
        private final Map<String, String> known = new ConcurrentHashMap<>();
        private final Reading reading;

        Remembered(Reading reading) {
            this.reading = reading;
        }

        @Override
        public @Nullable String of(String raw) {
            String id = known.get(raw);
            if (id != null) {
                return id;
            }
            id = reading.of(raw);
            if (id != null && raw.length() <= LONGEST_REMEMBERED && known.size() < MOST_REMEMBERED) {
                String first = known.putIfAbsent(raw, id);
                return first == null ? id : first;
            }
            return id;
        }
    }
}
