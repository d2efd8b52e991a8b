package dev.stickcheck.statistics;

import java.util.function.LongPredicate;

/// Looks for where a condition begins to hold that, once true, stays true.
final class Bisection {
    private Bisection() {}

    /// The smallest number above `below` that it holds for; `otherwise`, a larger one, when it holds for none before.
    static long first(long below, long otherwise, LongPredicate holds) {
        long low = below;
        long high = otherwise;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
