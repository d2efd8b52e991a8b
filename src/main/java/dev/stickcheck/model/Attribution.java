package dev.stickcheck.model;

import org.jspecify.annotations.Nullable;

/// How far sessions agree with themselves, and how much of that is theirs and not chance (STATISTICS 1.1 and 1.2).
///
/// @param sessions sticky sessions with at least two identified answers
/// @param transitions pairs of their consecutive identified answers
/// @param failureRateByChance sessions that would see more than one instance if every request were routed at random
/// by the expected shares, 1 − Σwᴿ; null when no share is known
public record Attribution(
        long sessions,
        long transitions,
        SwitchRate switchRate,
        Agreement agreement,
        Kappa kappa,
        Control control,
        Shuffle shuffle,
        @Nullable Double failureRateByChance) {

    /// Nothing is known.
    public static final Attribution NONE = new Attribution(
            0,
            0,
            new SwitchRate(null, null, null, null, null),
            new Agreement(null, null, null, null),
            new Kappa(null, null, null, "no session has two answers of known instances"),
            new Control(0, 0, null, null, null, "no session has two answers of known instances"),
            new Shuffle(null, 0, 0, 0, "no session has two answers of known instances"),
            null);

    /// An estimate and its standard error; null when it cannot be told.
    public record Estimate(double value, @Nullable Double standardError) {}

    /// Switches per transition, sessions being clusters (STATISTICS 2).
    ///
    /// @param interval one-sided bounds at the run's confidence; without a switch the bound is one on sessions
    /// @param designEffect variance against that of as many independent transitions
    /// @param correlation of transitions within a session (one-way ANOVA)
    public record SwitchRate(
            @Nullable Double rate,
            @Nullable Double standardError,
            @Nullable Interval interval,
            @Nullable Double designEffect,
            @Nullable Double correlation) {}

    /// Shares of answers that agree.
    ///
    /// @param home later answers with the session's first
    /// @param modal answers with the session's most frequent; grows as sessions get shorter
    /// @param within pairs of one session
    /// @param between pairs of two sessions: the level of chance
    public record Agreement(
            @Nullable Double home,
            @Nullable Double modal,
            @Nullable Double within,
            @Nullable Double between) {}

    /// Agreement beyond that between sessions, as a share of what is beyond it; errors by deleting one session
    /// at a time.
    ///
    /// @param unknown why there is none, or null
    public record Kappa(
            @Nullable Estimate pair,
            @Nullable Estimate home,
            @Nullable Estimate adjacent,
            @Nullable String unknown) {}

    /// One-request sessions, grouped in random order into pseudo-sessions: what agrees there does so without cookies.
    ///
    /// @param pseudoSessions whole groups of as many requests as a session has
    /// @param agreement within pseudo-sessions, over all groupings at once
    /// @param attributable agreement of sessions beyond it, as a share of what is beyond it
    /// @param interval one-sided bounds of `attributable` at the run's confidence
    /// @param unknown why there is no `attributable`, or null
    public record Control(
            long requests,
            long pseudoSessions,
            @Nullable Double agreement,
            @Nullable Double attributable,
            @Nullable Interval interval,
            @Nullable String unknown) {}

    /// The randomisation test within rounds: were the answers of a round as well distributed over its sessions anyhow?
    ///
    /// @param pValue (1 + permutations that agree as well or better) / (1 + permutations)
    /// @param sessions that shared rounds with others, and in how many `rounds`
    /// @param unknown why there is no p-value, or null
    public record Shuffle(
            @Nullable Double pValue,
            int permutations,
            long sessions,
            long rounds,
            @Nullable String unknown) {}
}
