package dev.stickcheck.model;

/// How the arms differ as a whole, taking requests as independent, which those of a session are not: shown beside the
/// quantiles, nothing is decided by it.
///
/// @param shift the typical improvement between a request with affinity and one without (Hodges and Lehmann on
///     logarithms), as a fraction
/// @param faster the part of all pairs in which the request with affinity is the faster one (Mann and Whitney)
public record RankComparison(double shift, double faster) {}
