package dev.stickcheck.statistics;

import dev.stickcheck.model.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// When instances answered last, and what they were assigned hour by hour: what alarms of a long run need.
final class LongRunLedger {
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);
    /// Six weeks; of a longer run the last ones.
    private static final int MOST_HOURS = 1_000;
    /// Each costs a simulation; where the worst of so many is not certain, the next will not be.
    private static final int MOST_TRIED = 20;

    private final TreeMap<Long, SmallCounts> hours = new TreeMap<>();
    private final List<Seen> instances = new ArrayList<>();
    private long assignments;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /// What an instance had got by its last answer, and all together.
    private static final class Seen {
        private long at = Long.MIN_VALUE;
        private long own;
        private long all;
    }

    /// An answer of instance number `instance`.
    ///
    /// @param assignment whether the balancer chose it afresh
    void observe(Observation observation, int instance, boolean assignment) {
        while (instances.size() <= instance) {
            instances.add(new Seen());
        }
        long at = Nanos.of(observation.answered());
        first = Math.min(first, at);
        last = Math.max(last, at);
        Seen seen = instances.get(instance);
        if (assignment) {
            assignments++;
            seen.own++;
            hours.computeIfAbsent(Math.floorDiv(at, HOUR), hour -> new SmallCounts())
                    .add(instance);
            if (hours.size() > MOST_HOURS) {
                hours.pollFirstEntry();
            }
        }
        seen.at = Math.max(seen.at, at);
        seen.all = assignments;
    }

    /// Instances that answer no more although others are assigned.
    List<Alarm.Silent> silent(IntFunction<String> id) {
        List<Alarm.Silent> silent = new ArrayList<>();
        for (int i = 0; i < instances.size(); i++) {
            Seen seen = instances.get(i);
            long since = assignments - seen.all;
            if (SilentInstance.is(seen.own, seen.all, since, last - first, last - seen.at)) {
                silent.add(new Alarm.Silent(id.apply(i), (last - seen.at) / 1e9, since));
            }
        }
        return silent;
    }

    /// The hour that most surely exceeds the limit of W; each hour that can tell takes its part of alpha. An hour with
    /// fewer assignments than evenness takes says nothing (STATISTICS 6.4e).
    ///
    /// @param numbers of the instances, in the order of their shares; −1 for one that never answered
    Alarm.@Nullable Uneven uneven(int[] numbers, double[] shares, double limit, double alpha) {
        if (hours.size() < 2 || numbers.length < 2) {
            return null;
        }
        long fewest = AssignmentPlan.assignments(shares, limit, alpha);
        List<Hour> telling = hours.entrySet().stream()
                .map(hour -> new Hour(hour.getKey(), hour.getValue().dense(instances.size()), numbers, shares))
                .filter(hour -> hour.all >= fewest)
                .toList();
        return telling.stream()
                .filter(hour -> hour.w > limit)
                .sorted(Comparator.comparingDouble((Hour hour) -> (limit - hour.w) * Math.sqrt((double) hour.all)))
                .limit(MOST_TRIED)
                .filter(hour ->
                        EvennessGate.decide(hour.counts, shares, limit, alpha / telling.size()) == Decision.FAIL)
                .findFirst()
                .map(hour -> new Alarm.Uneven(Instant.EPOCH.plusNanos(hour.number * HOUR), hour.all, hour.w))
                .orElse(null);
    }

    /// What was assigned in one hour.
    private static final class Hour {
        private final long number;
        private final long[] counts;
        private final long all;
        private final double w;

        Hour(long number, long[] assigned, int[] instances, double[] shares) {
            this.number = number;
            this.counts = Arrays.stream(instances)
                    .mapToLong(i -> i < 0 ? 0 : assigned[i])
                    .toArray();
            this.all = Arrays.stream(counts).sum();
            double squares = Shares.weightedSquares(counts, Shares.squareWeights(shares));
            this.w = all == 0 ? 0 : Shares.effectSize(squares, counts.length, (double) all);
        }
    }
}
