package dev.stickcheck.verdict;

import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Thresholds;
import dev.stickcheck.model.Trial;
import dev.stickcheck.statistics.Findings;

/// A comparison as it was measured.
///
/// @param on what all observations of the arm with affinity say of stickiness and load
/// @param off the same of the other arm
/// @param onInstances those of the arm with affinity, as declared; two labs declare their own each
public record Compared(
        Trial trial,
        Findings on,
        Findings off,
        Instances onInstances,
        Instances offInstances,
        Thresholds thresholds,
        long seed) {}
