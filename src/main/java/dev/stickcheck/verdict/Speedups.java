package dev.stickcheck.verdict;

import dev.stickcheck.model.Gain;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Speedup;
import dev.stickcheck.statistics.GainRules;
import dev.stickcheck.statistics.QuantileRatio;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Turns ratios of quantiles into improvements and says what they mean.
final class Speedups {
    private Speedups() {}

    static List<Speedup> of(List<QuantileRatio> ratios, double alpha) {
        return ratios.stream().map(ratio -> of(ratio, alpha)).toList();
    }

    static Speedup of(QuantileRatio ratio, double alpha) {
        Gain gain = GainRules.decide(ratio, alpha);
        Integer more = GainRules.additionalBlocks(ratio, alpha);
        Double seen = ratio.ratio();
        Interval interval = ratio.estimable() ? improvement(ratio.interval(alpha)) : null;
        return new Speedup(
                name(ratio.quantile()),
                ratio.on(),
                ratio.off(),
                seen == null ? null : 1 - seen,
                interval,
                improvement(ratio.blockwise(alpha)),
                ratio.signFlip(),
                ratio.designEffect(),
                gain,
                more,
                why(ratio, gain, interval, more));
    }

    static String name(double quantile) {
        return String.format(Locale.ROOT, "p%.0f", 100 * quantile);
    }

    /// 1 − ρ: the ends change places.
    static @Nullable Interval improvement(@Nullable Interval ratio) {
        return ratio == null ? null : new Interval(1 - ratio.high(), 1 - ratio.low());
    }

    private static String why(QuantileRatio ratio, Gain gain, @Nullable Interval interval, @Nullable Integer more) {
        String name = name(ratio.quantile());
        if (ratio.ratio() == null || interval == null || ratio.blocks() < GainRules.FEWEST_BLOCKS) {
            return tooFew(ratio, name);
        }
        String times = Effects.times(name, ratio.on(), ratio.off());
        String by = Effects.faster(1 - ratio.ratio()) + Effects.plausible(interval);
        return switch (gain) {
            case BETTER_15 -> times + ": " + by + ", certainly by more than 15 %";
            case BETTER_UNDER_15 -> times + ": " + by + ", certainly by less than 15 %";
            case BETTER_SIZE_UNKNOWN -> times + ": " + by + "; whether by more than 15 % is open" + blocks(more);
            case EQUIVALENT ->
                times + ": no difference of more than 5 %" + Effects.plausible(interval) + though(interval);
            case WORSE -> times + ": " + by + ", certainly slower";
            case INCONCLUSIVE ->
                times + ": not certain, anything from " + Effects.between(interval) + " is plausible" + blocks(more);
        };
    }

    private static String tooFew(QuantileRatio ratio, String name) {
        if (ratio.ratio() == null) {
            return name + " cannot be compared: an arm has no answer that counts";
        }
        if (ratio.blocks() < GainRules.FEWEST_BLOCKS) {
            return name + " cannot be judged: " + Words.count(ratio.blocks(), "block")
                    + (ratio.blocks() == 1 ? " was" : " were") + " finished, and it takes at least "
                    + GainRules.FEWEST_BLOCKS;
        }
        return name + " is not estimable from so few requests";
    }

    private static String though(Interval interval) {
        if (interval.low() > 0) {
            return ", though faster for certain";
        }
        return interval.high() < 0 ? ", though slower for certain" : "";
    }

    private static String blocks(@Nullable Integer more) {
        return more == null ? "" : "; about " + Words.count(more, "more block") + " would tell";
    }
}
