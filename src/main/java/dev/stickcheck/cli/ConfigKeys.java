package dev.stickcheck.cli;

import dev.stickcheck.config.ConfigKey;
import dev.stickcheck.config.ConfigKey.Kind;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The names that a configuration file may use: those of the command's own options.
final class ConfigKeys {
    /// What is of the command line alone.
    private static final Set<String> NOT_IN_A_FILE = Set.of("config", "help", "version", "verbose");
    /// One answer is given, however many targets there are.
    private static final Set<String> SHARED = Set.of("report", "json", "quiet", "color");

    private ConfigKeys() {}

    static List<ConfigKey> of(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !NOT_IN_A_FILE.contains(name(option)))
                .map(option -> new ConfigKey(name(option), kind(option), SHARED.contains(name(option))))
                .toList();
    }

    static String name(OptionSpec option) {
        return option.longestName().substring(2);
    }

    private static Kind kind(OptionSpec option) {
        if (option.arity().max() == 0) {
            return Kind.FLAG;
        }
        return option.isMultiValue() ? Kind.MANY : Kind.ONE;
    }
}
