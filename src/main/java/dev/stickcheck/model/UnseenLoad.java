package dev.stickcheck.model;

import org.jspecify.annotations.Nullable;

/// What the instances that answered say of those that did not (STATISTICS 4.6). Only where none is declared.
///
/// @param coverage Good's estimate of the load's share that goes to instances already seen
/// @param estimatedInstances Chao's estimate of how many there are: a lower bound
/// @param longestShare the largest share of the load that unseen ones can have, at the run's confidence; null before
/// an assignment brought nothing new
/// @param assignmentsToSeeAll after so many random assignments all of as many equal instances have shown with 99 %
public record UnseenLoad(
        double coverage,
        double estimatedInstances,
        @Nullable Double longestShare,
        long assignmentsToSeeAll) {}
