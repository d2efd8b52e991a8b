package dev.stickcheck.verdict;

import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Thresholds;
import dev.stickcheck.model.Trial;
import dev.stickcheck.statistics.Findings;

/// A comparison as it was measured.
///
/// @param on what all observations of the arm with affinity say of stickiness and load
/// @param off the same of the other arm
/// @param instances declared ones
public record Compared(Trial trial, Findings on, Findings off, Instances instances, Thresholds thresholds, long seed) {}
