package dev.stickcheck.statistics;

import java.util.Arrays;

/// An alarm that on average comes no sooner than every `threshold` sessions while the failure rate is within its limit
/// (Shiryaev 1963, Roberts 1966, Pollak 1985; STATISTICS 6.4a).
///
/// The mean of four statistics R ← (1+R)·(q/p* or (1−q)/(1−p*)), for failure rates q of 1.6, 3, 8 and 16 times the
/// limit. R minus the number of sessions is a supermartingale under every rate within the limit.
final class ShiryaevRoberts {
    private static final double[] TIMES = {1.6, 3, 8, 16};
    private static final double HIGHEST = 0.95;

    private final double limit;
    private final double threshold;
    private final double[] ratios = new double[TIMES.length];

    /// @param threshold the mean number of sessions between false alarms, at least
    ShiryaevRoberts(double limit, double threshold) {
        StickinessEvidence.requireLimit(limit);
        this.limit = limit;
        this.threshold = threshold;
    }

    /// One more session; true when that is an alarm, after which it begins anew.
    boolean observe(boolean failed) {
        double mean = 0;
        for (int j = 0; j < ratios.length; j++) {
            double rate = Math.max(limit, Math.min(HIGHEST, TIMES[j] * limit));
            ratios[j] = (1 + ratios[j]) * (failed ? rate / limit : (1 - rate) / (1 - limit));
            mean += ratios[j] / ratios.length;
        }
        if (mean < threshold) {
            return false;
        }
        reset();
        return true;
    }

    void reset() {
        Arrays.fill(ratios, 0);
    }
}
