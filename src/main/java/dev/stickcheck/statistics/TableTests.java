package dev.stickcheck.statistics;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.apache.commons.statistics.inference.UnconditionedExactTest;

/// Exact tests of small tables by Commons Statistics; Commons Math 3.6.1 has none (STATISTICS 1.4, 8).
///
/// A class of its own, so that a probe, which needs none of it, loads none of it.
final class TableTests {
    private TableTests() {}

    /// P of a 2×2 table as lopsided towards its first cell, all margins given (Fisher 1935).
    static double fisher(int[][] table) {
        return FisherExactTest.withDefaults()
                .with(AlternativeHypothesis.GREATER_THAN)
                .test(table)
                .getPValue();
    }

    /// The same with only the columns' sums given (Boschloo 1970): more powerful in small tables.
    static double boschloo(int[][] table) {
        return UnconditionedExactTest.withDefaults()
                .with(AlternativeHypothesis.GREATER_THAN)
                .with(UnconditionedExactTest.Method.BOSCHLOO)
                .test(table)
                .getPValue();
    }
}
