package dev.stickcheck.report;

import dev.stickcheck.model.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A list of a target's own names in a sentence, bounded.
final class Names {
    private static final int MOST = 10;
    private static final int LONGEST = 60;

    private Names() {}

    /// The names behind `introduction`; empty when there are none.
    static Optional<String> of(String introduction, List<String> names) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String shown = names.stream()
                .limit(MOST)
                .map(name -> Text.inert(name, LONGEST))
                .collect(Collectors.joining(", "));
        String more = names.size() > MOST ? " and " + Numbers.count(names.size() - MOST) + " more" : "";
        return Optional.of(introduction + shown + more);
    }
}
