package dev.stickcheck.cli;

import dev.stickcheck.config.ComparisonReader;
import dev.stickcheck.config.ConfigProblem;
import dev.stickcheck.config.Configuration;
import dev.stickcheck.config.Configuration.Aim;
import dev.stickcheck.model.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a comparison is asked for: the command line and a configuration file together.
final class AskedComparison {
    private static final Set<String> TWO_TARGETS = Set.of("on", "off");
    private static final Aim NONE = new Aim("", 0, Map.of());

    private final Configuration file;
    private final Aim aim;
    private final Map<String, List<String>> commandLine;
    private final Map<String, List<String>> options;

    private AskedComparison(
            Configuration file, Aim aim, Map<String, List<String>> commandLine, Map<String, List<String>> options) {
        this.file = file;
        this.aim = aim;
        this.commandLine = commandLine;
        this.options = options;
    }

    /// The command line wins: its target over all that the file names, and its two over the file's one.
    ///
    /// @param target of the command line
    /// @throws UsageProblem when the file names several targets and the command line none
    static AskedComparison of(Configuration file, @Nullable String target, Map<String, List<String>> commandLine) {
        boolean two = TWO_TARGETS.stream().anyMatch(commandLine::containsKey);
        Aim aim = target != null ? new Aim(target, 0, Map.of()) : two ? NONE : only(file);
        Map<String, List<String>> options = new LinkedHashMap<>(file.options(aim, commandLine));
        if (target != null && !two) {
            options.keySet().removeAll(TWO_TARGETS);
        }
        return new AskedComparison(file, aim, commandLine, options);
    }

    private static Aim only(Configuration file) {
        if (file.aims().size() > 1) {
            throw new UsageProblem("--config " + Text.inert(file.file(), 200) + " names "
                    + file.aims().size()
                    + " targets, and a comparison has one, or on: and off: write these, or TARGET on the command line");
        }
        return file.aims().isEmpty() ? NONE : file.aims().getFirst();
    }

    /// Null where there are two, or none.
    @Nullable
    String target() {
        return aim.target().isEmpty() ? null : aim.target();
    }

    Map<String, List<String>> options() {
        return options;
    }

    /// @throws ConfigProblem with everything that is wrong, and where it stands
    ComparisonReader.Reading read(long seed) {
        try {
            return ComparisonReader.read(target(), options, seed);
        } catch (ConfigProblem problem) {
            throw new ConfigProblem(problem.lines().stream()
                    .map(line -> file.located(line, aim, commandLine.keySet()))
                    .toList());
        }
    }
}
