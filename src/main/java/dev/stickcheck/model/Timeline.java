package dev.stickcheck.model;

import java.util.List;

/// What a report draws of a run.
///
/// @param instances the ids that a session's characters index, in order of first appearance
/// @param sessions a session a string, an answer a character: an index into `instances` in base 36, `.` unidentified,
///     `!` error, `+` an instance beyond the 36th
/// @param thinned whether sessions or answers were left out evenly to keep to 1,000 sessions of 200 answers
/// @param spanMillis from the first request to the last
/// @param times a session a string, an answer two characters: when it was sent, in base 36 as so many [#TICKS]ths of
///     the span; empty when it is not known
public record Timeline(
        List<String> instances,
        List<String> sessions,
        boolean thinned,
        List<Evidence> evidence,
        long spanMillis,
        List<String> times) {
    /// The largest number of two digits in base 36.
    public static final int TICKS = 1_295;

    public static final Timeline EMPTY = new Timeline(List.of(), List.of(), false, List.of());

    public Timeline {
        instances = List.copyOf(instances);
        sessions = List.copyOf(sessions);
        evidence = List.copyOf(evidence);
        times = List.copyOf(times);
    }

    /// Without times.
    public Timeline(List<String> instances, List<String> sessions, boolean thinned, List<Evidence> evidence) {
        this(instances, sessions, thinned, evidence, 0, List.of());
    }

    /// The natural logarithms of the two e-values after so many judged sessions (STATISTICS 3.1).
    public record Evidence(long sessions, double pass, double fail) {}
}
