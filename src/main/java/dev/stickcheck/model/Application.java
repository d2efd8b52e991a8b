package dev.stickcheck.model;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the user says about an application; what is not said is unknown.
///
/// @param traits true where it has the trait, false where it has not
public record Application(Map<Trait, Boolean> traits) {
    /// Nothing is said.
    public static final Application UNKNOWN = new Application(Map.of());

    public Application {
        traits = Map.copyOf(traits);
    }

    /// Null when it is not known.
    public @Nullable Boolean has(Trait trait) {
        return traits.get(trait);
    }

    public boolean surely(Trait trait) {
        return traits.getOrDefault(trait, false);
    }

    public boolean surelyNot(Trait trait) {
        return !traits.getOrDefault(trait, true);
    }

    /// The same, and one trait more is known.
    public Application with(Trait trait, boolean present) {
        Map<Trait, Boolean> more = new EnumMap<>(Trait.class);
        more.putAll(traits);
        more.put(trait, present);
        return new Application(more);
    }
}
