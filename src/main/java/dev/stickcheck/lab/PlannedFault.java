package dev.stickcheck.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Something that is to happen to an instance at a set time.
///
/// @param after the lab's start
record PlannedFault(Duration after, Order order) {
    private static final int MOST = 1000;
    private static final Duration LATEST = Duration.ofDays(7);
    private static final String FORM = "instance-1@5s, or several with commas between";

    /// Everything that the parameters plan, in the order of time.
    ///
    /// @throws LabProblem when a plan makes no sense
    static List<PlannedFault> all(Parameters parameters, Table table) {
        List<PlannedFault> all = new ArrayList<>();
        for (Order.Kind kind : Order.Kind.values()) {
            String text = parameters.text(kind.written());
            if (parameters.given(kind.written())) {
                String[] parts = text.split(",", -1);
                if (parts.length > MOST) {
                    throw LabProblem.usage(
                            kind.written() + " may name at most " + MOST + " faults, got " + parts.length);
                }
                for (String part : parts) {
                    all.add(read(kind, part.strip(), table));
                }
            }
        }
        all.sort(Comparator.comparing(PlannedFault::after));
        return all;
    }

    private static PlannedFault read(Order.Kind kind, String text, Table table) {
        String name = kind.written();
        String form = kind == Order.Kind.SLOW ? FORM.replace("5s", "5s:300ms") : FORM;
        int at = text.indexOf('@');
        int colon = kind == Order.Kind.SLOW ? text.indexOf(':', at + 1) : text.length();
        if (at < 1 || colon < 0) {
            throw Parameters.wrong(name, form, text);
        }
        int instance = table.named(text.substring(0, at));
        if (instance < 0) {
            throw LabProblem.usage(
                    name + ": " + NearestNames.explain("instance", text.substring(0, at), table.names()));
        }
        Duration after = Parameters.duration(name, text.substring(at + 1, colon), Duration.ZERO, LATEST);
        Duration by = kind == Order.Kind.SLOW ? Order.delay(text.substring(colon + 1)) : Duration.ZERO;
        return new PlannedFault(after, new Order(instance, kind, by));
    }
}
