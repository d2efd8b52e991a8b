package dev.stickcheck.report;

import dev.stickcheck.model.ArmResult;
import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What instances served, of a run or of one arm of a comparison.
record Served(List<InstanceLoad> instances, Distribution distribution, double confidence) {
    Served {
        instances = List.copyOf(instances);
    }

    /// Of the arm with affinity, where two were compared.
    static Served of(Result r) {
        return r.comparison() == null
                ? new Served(r.instances(), r.distribution(), r.confidence())
                : of(r, r.comparison().on());
    }

    static Served of(Result r, ArmResult arm) {
        return new Served(arm.instances(), arm.distribution(), r.confidence());
    }

    List<InstanceLoad> first(int most) {
        return instances.subList(0, Math.min(most, instances.size()));
    }

    /// Null where there is no share.
    @Nullable
    Interval plausible(InstanceLoad load) {
        return LoadShares.interval(distribution, confidence, load);
    }
}
