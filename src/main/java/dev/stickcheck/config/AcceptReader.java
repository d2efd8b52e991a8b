package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import dev.stickcheck.model.MoveCause;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the causes of moves that are not to count as failures. Those that never do may be named too.
final class AcceptReader {
    /// What must fail, and what is no cause, cannot be accepted.
    private static final Set<MoveCause> NEVER = EnumSet.of(MoveCause.TRUE_FAILURE, MoveCause.UNRESOLVED);

    private static final Map<String, MoveCause> BY_NAME = Stream.of(MoveCause.values())
            .filter(cause -> !NEVER.contains(cause))
            .collect(Collectors.toMap(AcceptReader::name, cause -> cause));

    private AcceptReader() {}

    /// @param values lists with commas between names
    static Set<MoveCause> read(List<String> values) {
        Set<MoveCause> accepted = EnumSet.noneOf(MoveCause.class);
        for (String value : values) {
            for (String name : value.split(",", -1)) {
                MoveCause cause = BY_NAME.get(name.strip().toLowerCase(Locale.ROOT));
                if (cause == null) {
                    throw new BadValue("--accept takes "
                            + BY_NAME.keySet().stream().sorted().collect(Collectors.joining(", ")) + "; got "
                            + Quantities.quoted(name));
                }
                accepted.add(cause);
            }
        }
        return accepted;
    }

    private static String name(MoveCause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
