package dev.stickcheck.identify;

import dev.stickcheck.identify.Identifier.Lookup;
import dev.stickcheck.identify.Identifier.Remembered;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an id from a body by a pattern.
final class BodyId implements Lookup {
    private final PatternId pattern;
    private final Remembered ids = new Remembered(InstanceId::of);

    BodyId(Pattern pattern) {
        this.pattern = new PatternId(pattern);
    }

    @Override
    public @Nullable String find(Answer answer) {
        String raw = answer.body() == null ? null : pattern.find(answer.body());
        return raw == null ? null : ids.of(raw);
    }
}
