package dev.stickcheck.model;

import java.util.List;

/// What a report draws of a run.
///
/// @param instances the ids that a session's characters index, in order of first appearance
/// @param sessions a session a string, an answer a character: an index into `instances` in base 36, `.` unidentified,
///     `!` error, `+` an instance beyond the 36th
/// @param thinned whether sessions or answers were left out evenly to keep to 1,000 sessions of 200 answers
public record Timeline(List<String> instances, List<String> sessions, boolean thinned, List<Evidence> evidence) {
    public static final Timeline EMPTY = new Timeline(List.of(), List.of(), false, List.of());

    public Timeline {
        instances = List.copyOf(instances);
        sessions = List.copyOf(sessions);
        evidence = List.copyOf(evidence);
    }

    /// The natural logarithms of the two e-values after so many judged sessions (STATISTICS 3.1).
    public record Evidence(long sessions, double pass, double fail) {}
}
