package dev.stickcheck.model;

import java.util.List;

/// What the sequence of fresh assignments looks like (STATISTICS 4.5).
///
/// @param label such as `round-robin`
/// @param words what that means, and what it cannot be told apart from
/// @param assignments the sequence's length
/// @param period for round robin, how often each instance comes up in a period, in order of first appearance
/// @param runsZ standard deviations by which the assignments change more often (positive) or less often than chance
public record BalancingPolicy(String label, String words, int assignments, List<Integer> period, double runsZ) {
    public BalancingPolicy {
        period = List.copyOf(period);
    }
}
