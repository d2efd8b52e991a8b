package dev.stickcheck.statistics;

import dev.stickcheck.model.Gain;
import dev.stickcheck.model.Interval;
import org.jspecify.annotations.Nullable;

/// What a ratio's interval says (STATISTICS 5.3); the first rule that matches.
public final class GainRules {
    /// Blocks below which nothing is said.
    public static final int FEWEST_BLOCKS = 10;

    /// A ratio below this is more than 15 % faster.
    private static final double MUCH_FASTER = 0.85;
    /// Ratios between 1/(1+e) and 1+e are no difference (TOST, Schuirmann 1987).
    private static final double MARGIN = 0.05;
    /// More blocks than this nobody runs.
    private static final int MOST_BLOCKS = 10_000;
    /// The probability with which as many blocks as are told do decide, if the truth is what was seen.
    private static final double POWER = 0.9;

    private GainRules() {}

    /// The outcome of one ratio.
    ///
    /// @param alpha with which each end of the interval errs
    public static Gain decide(QuantileRatio ratio, double alpha) {
        Interval interval = ratio.interval(alpha);
        return interval == null || !ratio.estimable() || ratio.blocks() < FEWEST_BLOCKS
                ? Gain.INCONCLUSIVE
                : decide(interval.low(), interval.high());
    }

    static Gain decide(double low, double high) {
        if (high < MUCH_FASTER) {
            return Gain.BETTER_15;
        }
        if (low > 1 / (1 + MARGIN) && high < 1 + MARGIN) {
            return Gain.EQUIVALENT;
        }
        if (high < 1) {
            return low > MUCH_FASTER ? Gain.BETTER_UNDER_15 : Gain.BETTER_SIZE_UNKNOWN;
        }
        return low > 1 ? Gain.WORSE : Gain.INCONCLUSIVE;
    }

    /// About how many blocks more would decide what is open, and whether it is more than 15 % where that is open.
    /// Null when nothing is open, or where more than ten thousand blocks would not do.
    public static @Nullable Integer additionalBlocks(QuantileRatio ratio, double alpha) {
        Gain now = decide(ratio, alpha);
        if (now != Gain.INCONCLUSIVE && now != Gain.BETTER_SIZE_UNKNOWN) {
            return null;
        }
        int fewest = Math.max(FEWEST_BLOCKS, ratio.blocks() + 1);
        if (ratio.logRatio() == null || ratio.standardError() == null || !ratio.estimable() || ratio.blocks() < 2) {
            return ratio.blocks() < FEWEST_BLOCKS ? FEWEST_BLOCKS - ratio.blocks() : null;
        }
        long enough =
                Bisection.first(fewest - 1L, MOST_BLOCKS + 1L, blocks -> decided(ratio, alpha, (int) blocks, now));
        return enough > MOST_BLOCKS ? null : (int) enough - ratio.blocks();
    }

    /// Whether so many blocks of the same spread would decide, with [#POWER], around the ratio that was seen.
    private static boolean decided(QuantileRatio ratio, double alpha, int blocks, Gain now) {
        double center = ratio.logRatio() == null ? 0 : ratio.logRatio();
        double error = ratio.standardError() == null ? Double.POSITIVE_INFINITY : ratio.standardError();
        double half =
                (SpecialFunctions.studentQuantile(1 - alpha, blocks - 1.0) + SpecialFunctions.normalQuantile(POWER))
                        * error
                        * Math.sqrt((double) ratio.blocks() / blocks);
        Gain then = decide(Math.exp(center - half), Math.exp(center + half));
        return then != Gain.INCONCLUSIVE && then != now;
    }
}
