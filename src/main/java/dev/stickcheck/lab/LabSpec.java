package dev.stickcheck.lab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A lab as the user wrote it; what the words mean is decided when it starts.
///
/// @param policy how sessions find their instance, such as `cookie`
/// @param parameters in the order written, such as `instances` → `3`
public record LabSpec(String policy, Map<String, String> parameters) {
    public LabSpec {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /// The same as [LabTarget#parse].
    public static LabSpec parse(String target) {
        return LabTarget.parse(target);
    }

    /// The same with one more parameter.
    ///
    /// @throws LabProblem when it has this parameter already
    public LabSpec with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        if (more.putIfAbsent(name, value) != null) {
            throw LabTarget.twice(name);
        }
        return new LabSpec(policy, more);
    }
}
