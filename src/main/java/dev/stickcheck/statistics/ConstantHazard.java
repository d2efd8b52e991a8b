package dev.stickcheck.statistics;

import dev.stickcheck.model.Interval;

/// Ends in a time of exposure, as if they came at a constant rate (STATISTICS 1.5).
final class ConstantHazard {
    private ConstantHazard() {}

    /// Garwood's (1936) exact interval of the rate: [χ²_{α/2; 2d} / 2T, χ²_{1−α/2; 2d+2} / 2T]. Without an end nothing
    /// is to be said of the low end, and the high one is one-sided: −ln α / T, the rule of three.
    static Interval interval(long ends, double exposure, double alpha) {
        if (ends < 0 || !(exposure > 0)) {
            throw new IllegalArgumentException("a rate needs exposure, got " + ends + " ends in " + exposure);
        }
        if (ends == 0) {
            return new Interval(0, -Math.log(alpha) / exposure);
        }
        return new Interval(
                SpecialFunctions.chiSquareQuantile(alpha / 2, 2.0 * ends) / (2 * exposure),
                SpecialFunctions.chiSquareQuantile(1 - alpha / 2, 2.0 * ends + 2) / (2 * exposure));
    }
}
