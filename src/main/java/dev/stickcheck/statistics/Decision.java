package dev.stickcheck.statistics;

/// What the evidence says about a limit.
public enum Decision {
    /// The truth is on the right side of the limit.
    PASS,
    /// The truth is beyond the limit.
    FAIL,
    /// Neither is shown.
    UNDECIDED
}
