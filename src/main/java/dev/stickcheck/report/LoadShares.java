package dev.stickcheck.report;

import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.Interval;
import dev.stickcheck.statistics.ExactInterval;
import org.jspecify.annotations.Nullable;

/// How sure an instance's share is.
final class LoadShares {
    private LoadShares() {}

    /// Wilson's interval at the run's confidence, for this instance alone, over what the units weigh after clustering.
    /// Null where there is no share.
    static @Nullable Interval interval(Distribution distribution, double confidence, InstanceLoad load) {
        Double share = load.share();
        double units = distribution.effectiveUnits();
        if (share == null || !(share >= 0 && share <= 1) || !(units >= 1)) {
            return null;
        }
        long n = (long) Math.min(units, 1e15);
        return ExactInterval.wilson(n, Math.min(n, Math.round(share * n)), confidence);
    }
}
