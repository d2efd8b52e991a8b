package dev.stickcheck.statistics;

import dev.stickcheck.model.Observation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What each instance served: requests, errors, assignments, homes of sessions; indexed by its number.
final class LoadLedger {
    /// Sources beyond this are one cluster.
    private static final int MOST_SOURCES = 10_000;

    private long[] requests = new long[8];
    private long[] errors = new long[8];
    private long[] assignments = new long[8];
    private long[] lastAssigned = new long[8];
    private long[] homes = new long[8];
    private long[] control = new long[8];
    private final Map<String, SmallCounts> bySource = new HashMap<>();
    private long allAssignments;
    private long allRequests;

    /// An answer of instance number `instance`.
    ///
    /// @param assignment whether the balancer chose it afresh
    void observe(Observation observation, int instance, boolean assignment) {
        grow(instance);
        requests[instance]++;
        allRequests++;
        if (observation.error() != null) {
            errors[instance]++;
        }
        if (!observation.arm().follows()) {
            control[instance]++;
        }
        if (assignment) {
            assignments[instance]++;
            allAssignments++;
            lastAssigned[instance] = allAssignments;
            if (observation.isAssignment() && observation.arm().follows()) {
                homes[instance]++;
            }
            source(observation.sourceAddress(), instance);
        }
    }

    private void source(@Nullable String address, int instance) {
        if (address != null) {
            String key = bySource.size() < MOST_SOURCES ? address : bySource.containsKey(address) ? address : "";
            bySource.computeIfAbsent(key, a -> new SmallCounts()).add(instance);
        }
    }

    private void grow(int instance) {
        if (instance >= requests.length) {
            int length = Math.max(instance + 1, requests.length * 2);
            requests = Arrays.copyOf(requests, length);
            errors = Arrays.copyOf(errors, length);
            assignments = Arrays.copyOf(assignments, length);
            lastAssigned = Arrays.copyOf(lastAssigned, length);
            homes = Arrays.copyOf(homes, length);
            control = Arrays.copyOf(control, length);
        }
    }

    long requests(int instance) {
        return at(requests, instance);
    }

    long errors(int instance) {
        return at(errors, instance);
    }

    long assignments(int instance) {
        return at(assignments, instance);
    }

    /// The share of assignments that it got until its last one: what it misses since says nothing of its share.
    double shareUntilLast(int instance) {
        return (double) assignments(instance) / (at(lastAssigned, instance) + 1);
    }

    long homes(int instance) {
        return at(homes, instance);
    }

    /// Answers of the control arm per instance.
    long[] control(int instances) {
        return Arrays.copyOf(control, instances);
    }

    private static long at(long[] counts, int instance) {
        return instance >= 0 && instance < counts.length ? counts[instance] : 0;
    }

    long allAssignments() {
        return allAssignments;
    }

    long allRequests() {
        return allRequests;
    }

    /// Assignments per source address, when several were used: with hashing of addresses they are not independent.
    Iterable<SmallCounts> sources() {
        return bySource.size() > 1 ? bySource.values() : List.of();
    }
}
