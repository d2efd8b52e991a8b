package dev.stickcheck.model;

/// Further figures of how units fell on instances (STATISTICS 4.2), printed beside the gate and never judged.
///
/// @param g 2·Σ c·ln(c/e), the likelihood-ratio statistic
/// @param pLeft P(χ² ≤ seen) for exactly even shares: small where the load is more even than chance makes it
/// @param gini of the counts: 0 is equal
/// @param entropy of the counts over that of equal counts: 1 is equal
/// @param totalVariation ½·Σ|share − expected share|: the part of the load that is in the wrong place
public record LoadShape(double g, double pLeft, double gini, double entropy, double totalVariation) {}
