package dev.stickcheck.statistics;

/// How a sequential test behaves at one true failure rate (STATISTICS 3.2).
///
/// @param expected the mean number of sessions used
/// @param median sessions that suffice in half of all runs; the maximum when fewer are decided by then
/// @param p95 sessions that suffice in 95 % of all runs; the maximum when fewer are decided by then
/// @param pass the probability of PASS
/// @param fail the probability of FAIL
/// @param inconclusive the probability of reaching the maximum undecided
public record Operating(double expected, int median, int p95, double pass, double fail, double inconclusive) {}
