package dev.stickcheck.lab;

import java.util.Arrays;
import java.util.List;

/// What can be asked of a lab, for whoever explains it.
public final class LabManual {
    private LabManual() {}

    /// One line of the explanation.
    ///
    /// @param name as users write it
    /// @param value what its value looks like; empty for a policy
    /// @param what one line
    public record Entry(String name, String value, String what) {}

    /// The lab's own policies, and what chooses the instance in each.
    public static List<Entry> policies() {
        return Arrays.stream(PolicyName.values())
                .map(policy -> new Entry(policy.written(), "", policy.what()))
                .toList();
    }

    /// The policies of real programs, and what chooses the instance in each.
    public static List<Entry> realPolicies() {
        return Arrays.stream(RealPolicy.values())
                .map(policy -> new Entry(policy.toString(), "", policy.what()))
                .toList();
    }

    /// The parameters.
    public static List<Entry> parameters() {
        return Arrays.stream(LabParameter.values())
                .map(parameter -> new Entry(parameter.written(), parameter.value(), parameter.what()))
                .toList();
    }
}
