package dev.stickcheck.lab;

import dev.stickcheck.model.Text;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads a target `lab:POLICY?name=value&…`.
///
/// Nothing is percent-decoded: `misroute=8%` is what a person writes.
public final class LabTarget {
    private static final String SCHEME = "lab:";
    private static final int LONGEST = 4096;

    private LabTarget() {}

    /// The lab that a target names, checked to its last value.
    ///
    /// @throws LabProblem when no lab can be started from it
    public static LabSpec parse(String target) {
        LabSpec spec = read(target);
        Blueprint.of(spec, 0);
        return spec;
    }

    /// The words of a target, which need not make sense before others are added.
    ///
    /// @throws LabProblem when it is not written as a lab target is
    public static LabSpec read(String target) {
        String text = target.strip();
        if (!text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw LabProblem.usage("a lab is written lab:POLICY?name=value&…, got '" + Text.inert(text, 80) + "'");
        }
        if (text.length() > LONGEST) {
            throw LabProblem.usage("a lab target has at most " + LONGEST + " characters, got " + text.length());
        }
        int question = text.indexOf('?');
        String policy = text.substring(SCHEME.length(), question < 0 ? text.length() : question);
        String query = question < 0 ? "" : text.substring(question + 1);
        return new LabSpec(policy, parameters(query));
    }

    /// A duration as a lab's parameters write it, more than nothing and at most a year.
    ///
    /// @param name of what it is, for the complaint
    /// @throws LabProblem when it is none
    public static Duration duration(String name, String text) {
        return Parameters.duration(name, text, Duration.ofMillis(1), Duration.ofDays(365));
    }

    /// The target as it may be shown and stored: without what lets one into a database.
    public static String shown(String target) {
        return DatabaseUrl.withoutCredentials(target);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query.isEmpty()) {
            return parameters;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = pair.substring(0, Math.max(0, equals));
            if (DatabaseUrl.continuedBy(name, parameters)) {
                parameters.merge(DatabaseUrl.PARAMETER, "&" + pair, String::concat);
                continue;
            }
            if (equals < 1) {
                String shown = parameters.containsKey(DatabaseUrl.PARAMETER)
                        ? "something else"
                        : "'" + Text.inert(pair, 80) + "'";
                throw LabProblem.usage("a lab parameter is written name=value, got " + shown);
            }
            if (parameters.putIfAbsent(name, pair.substring(equals + 1)) != null) {
                throw twice(name);
            }
        }
        return parameters;
    }

    static LabProblem twice(String name) {
        return LabProblem.usage("the lab parameter '" + Text.inert(name, 80) + "' is given twice");
    }
}
