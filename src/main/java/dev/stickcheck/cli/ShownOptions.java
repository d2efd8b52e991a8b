package dev.stickcheck.cli;

import dev.stickcheck.lab.LabTarget;
import dev.stickcheck.model.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The options of a run as a result may tell them: what a repetition needs, without what may be a credential.
final class ShownOptions {
    private ShownOptions() {}

    static Map<String, String> of(Map<String, List<String>> given, long seed) {
        Map<String, String> options = new LinkedHashMap<>();
        given.forEach((name, values) -> options.put(name, shown(name, values)));
        options.put("seed", Long.toString(seed));
        return options;
    }

    private static String shown(String name, List<String> values) {
        return switch (name) {
            case "header", "body", "toggle-on", "toggle-off" -> "(not shown)";
            case "on", "off" -> Text.inert(LabTarget.shown(values.getLast()), 300);
            default -> values.isEmpty() ? "true" : Text.inert(String.join(" ", values), 300);
        };
    }
}
