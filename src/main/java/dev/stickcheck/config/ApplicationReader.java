package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import dev.stickcheck.model.Application;
import dev.stickcheck.model.NearestName;
import dev.stickcheck.model.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `--application stateless,no-websocket`: what no measurement can know.
final class ApplicationReader {
    /// Before a trait's name: the application does not have it.
    private static final String NOT = "no-";

    private ApplicationReader() {}

    /// What the comma-separated names say.
    ///
    /// @throws BadValue when one of them says nothing, or two contradict each other
    static Application parse(String text) {
        Application application = Application.UNKNOWN;
        for (String part : text.split(",", -1)) {
            String word = part.strip().toLowerCase(Locale.ROOT);
            boolean present = !word.startsWith(NOT);
            Trait trait = trait(present ? word : word.substring(NOT.length()), word);
            Boolean before = application.has(trait);
            if (before != null && before != present) {
                throw new BadValue("--application says both " + trait.label() + " and " + NOT + trait.label()
                        + ": leave one of them out");
            }
            application = application.with(trait, present);
        }
        requireSense(application);
        return application;
    }

    private static Trait trait(String name, String written) {
        for (Trait trait : Trait.values()) {
            if (trait.label().equals(name)) {
                return trait;
            }
        }
        List<String> names = Stream.of(Trait.values()).map(Trait::label).toList();
        List<String> all = new ArrayList<>(names);
        names.forEach(label -> all.add(NOT + label));
        List<String> near = NearestName.of(written, all, 1);
        throw new BadValue("--application does not know " + Quantities.quoted(written)
                + (near.isEmpty() ? "" : ": did you mean " + near.getFirst() + "?")
                + (near.isEmpty() ? "; it" : " It") + " knows " + String.join(", ", names) + ", each also with "
                + NOT + " before it");
    }

    private static void requireSense(Application application) {
        if (application.surely(Trait.STATELESS) && application.surely(Trait.IN_MEMORY_STATE)) {
            throw new BadValue("--application says both stateless and in-memory-state: leave one of them out");
        }
    }
}
