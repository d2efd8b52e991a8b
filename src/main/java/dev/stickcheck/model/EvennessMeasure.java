package dev.stickcheck.model;

/// What "30 % imbalance" means (STATISTICS 4.3).
public enum EvennessMeasure {
    /// The coefficient of variation of the load exceeds it (R1).
    VARIATION,
    /// An instance's load is off its expectation by more than it (R2): stricter the more instances there are.
    MAX_DEVIATION
}
