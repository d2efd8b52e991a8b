package dev.stickcheck.config;

import dev.stickcheck.model.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a configuration file says: options for all targets, and the targets with what is theirs alone.
public record Configuration(String file, Map<String, Setting> shared, List<Aim> aims) {
    /// A complaint about an option begins with its name.
    private static final Pattern OPTION = Pattern.compile("--([a-z0-9-]+)(?:'s)?\\b");

    /// No file.
    public static final Configuration NONE = new Configuration("", Map.of(), List.of());

    public Configuration {
        shared = Map.copyOf(shared);
        aims = List.copyOf(aims);
    }

    /// A target and its own options.
    public record Aim(String target, int line, Map<String, Setting> own) {
        public Aim {
            own = Map.copyOf(own);
        }
    }

    /// Reads a file; `keys` are the names that it may use.
    ///
    /// @throws ConfigProblem with everything that is wrong with it
    public static Configuration read(String file, List<ConfigKey> keys) {
        Problems problems = new Problems();
        Configuration read = ConfigFile.read(file, keys, problems);
        problems.throwIfAny(line -> shown(file) + " " + line);
        return read;
    }

    /// The options of a target as the command line would give them: what stands there itself wins, then the target's
    /// own, then what all share. A list is never added to another one.
    public Map<String, List<String>> options(Aim aim, Map<String, List<String>> commandLine) {
        Map<String, List<String>> options = new LinkedHashMap<>(commandLine);
        Map<String, Setting> settings = new LinkedHashMap<>(shared);
        settings.putAll(aim.own());
        settings.forEach((name, setting) -> {
            if (setting.given()) {
                options.putIfAbsent(name, setting.values());
            }
        });
        return options;
    }

    /// A complaint about a target's plan, with the line that caused it, where that is one of the file.
    public String located(String complaint, Aim aim, Set<String> commandLine) {
        Matcher option = OPTION.matcher(complaint);
        if (!option.lookingAt()) {
            return aim.line() == 0 ? complaint : shown(file) + " line " + aim.line() + ": " + complaint;
        }
        Setting setting = setting(option.group(1), aim);
        return setting == null || commandLine.contains(option.group(1))
                ? complaint
                : shown(file) + " line " + setting.line() + ": " + complaint.substring(2);
    }

    private @Nullable Setting setting(String name, Aim aim) {
        Setting own = aim.own().get(name);
        return own == null ? shared.get(name) : own;
    }

    private static String shown(String file) {
        return Text.inert(file, 200);
    }
}
