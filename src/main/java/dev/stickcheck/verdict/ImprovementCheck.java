package dev.stickcheck.verdict;

import dev.stickcheck.model.Affinity;
import dev.stickcheck.model.Check;
import dev.stickcheck.model.Gain;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Recommendation;
import dev.stickcheck.model.Verdict;
import dev.stickcheck.statistics.GainRules;
import dev.stickcheck.statistics.QuantileRatio;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Is p50 or p95 enough faster? Either will do, so each must show it with half the error; that neither is must be
/// shown of both (STATISTICS 5.3).
final class ImprovementCheck {
    private ImprovementCheck() {}

    /// @param advice what the comparison recommends
    static Check of(
            List<QuantileRatio> ratios,
            @Nullable Double least,
            AffinityEvidence evidence,
            Recommendation advice,
            double alpha) {
        QuantileRatio p50 = ratios.get(0);
        QuantileRatio p95 = ratios.get(1);
        QuantileRatio clearest = evidence.clearest().name().equals(name(p50)) ? p50 : p95;
        String flaw = evidence.flaw();
        if (flaw != null) {
            return check(clearest, alpha, least, Verdict.INCONCLUSIVE, flaw);
        }
        if (least != null) {
            return held(p50, p95, least, alpha);
        }
        // Without a limit: do enough blocks answer whether affinity is worth it?
        if (advice.affinity() != Affinity.INCONCLUSIVE && improvement(p50, alpha) != null) {
            return check(clearest, alpha, null, Verdict.PASS, advice.why());
        }
        QuantileRatio open = GainRules.decide(p50, alpha) == Gain.INCONCLUSIVE ? p50 : p95;
        return check(
                open,
                alpha,
                null,
                Verdict.INCONCLUSIVE,
                Speedups.of(open, alpha).why());
    }

    private static Check held(QuantileRatio p50, QuantileRatio p95, double least, double alpha) {
        Interval median = improvement(p50, alpha / 2);
        Interval tail = improvement(p95, alpha / 2);
        boolean byMedian = median != null && (tail == null || median.low() > tail.low());
        QuantileRatio best = byMedian ? p50 : p95;
        Interval shown = byMedian ? median : tail;
        String limit = Words.percent(least);
        if (shown != null && shown.low() > least) {
            return check(
                    best,
                    alpha / 2,
                    least,
                    Verdict.PASS,
                    name(best) + " is " + by(best) + Effects.plausible(shown) + ", more than the " + limit
                            + " asked for");
        }
        if (below(p50, least, alpha) && below(p95, least, alpha)) {
            return check(
                    best,
                    alpha,
                    least,
                    Verdict.FAIL,
                    "neither p50 (" + by(p50) + ") nor p95 (" + by(p95) + ") is faster by the " + limit + " asked for");
        }
        String open = shown == null
                ? Speedups.of(best, alpha).why()
                : name(best) + " is " + by(best) + Effects.plausible(shown) + ", which neither shows nor excludes the "
                        + limit + " asked for";
        return check(best, alpha / 2, least, Verdict.INCONCLUSIVE, open);
    }

    private static boolean below(QuantileRatio ratio, double least, double alpha) {
        Interval interval = improvement(ratio, alpha);
        return interval != null && interval.high() < least;
    }

    /// Null where too little was measured to be judged.
    private static @Nullable Interval improvement(QuantileRatio ratio, double alpha) {
        return ratio.estimable() && ratio.blocks() >= GainRules.FEWEST_BLOCKS
                ? Speedups.improvement(ratio.interval(alpha))
                : null;
    }

    private static Check check(QuantileRatio ratio, double alpha, @Nullable Double limit, Verdict outcome, String why) {
        Double seen = ratio.ratio();
        return new Check("improvement", seen == null ? null : 1 - seen, improvement(ratio, alpha), limit, outcome, why);
    }

    private static String name(QuantileRatio ratio) {
        return Speedups.name(ratio.quantile());
    }

    private static String by(QuantileRatio ratio) {
        Double seen = ratio.ratio();
        return seen == null ? "unknown" : Effects.faster(1 - seen);
    }
}
