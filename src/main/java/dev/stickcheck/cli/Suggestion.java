package dev.stickcheck.cli;

import dev.stickcheck.model.NearestName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// The valid name nearest to a mistyped one.
final class Suggestion {
    private Suggestion() {}

    static @Nullable String nearest(String given, CommandSpec command) {
        String name = given.contains("=") ? given.substring(0, given.indexOf('=')) : given;
        List<String> names = new ArrayList<>(command.subcommands().keySet());
        command.options().forEach(option -> names.addAll(List.of(option.names())));
        List<String> near = NearestName.of(name, names, 1);
        return near.isEmpty() ? null : near.getFirst();
    }
}
