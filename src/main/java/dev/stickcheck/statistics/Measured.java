package dev.stickcheck.statistics;

import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.Distribution.Unit;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.PinLifetime;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Thresholds;
import org.jspecify.annotations.Nullable;

/// What the statistics need to know of a measurement before its first observation.
///
/// @param sequential whether sessions are counted until the answer is certain
/// @param cookiesKept whether a session keeps its cookies; without them each request is assigned afresh
/// @param lifetime of affinity, when it was searched for
public record Measured(
        Instances instances,
        Expectation expectation,
        Thresholds thresholds,
        int requestsPerSession,
        boolean sequential,
        boolean cookiesKept,
        ConnectionPolicy connections,
        long seed,
        @Nullable PinLifetime lifetime) {
    /// Of a lifetime nothing is known.
    public Measured(
            Instances instances,
            Expectation expectation,
            Thresholds thresholds,
            int requestsPerSession,
            boolean sequential,
            boolean cookiesKept,
            ConnectionPolicy connections,
            long seed) {
        this(instances, expectation, thresholds, requestsPerSession, sequential, cookiesKept, connections, seed, null);
    }

    /// The same, with what a search for the lifetime of affinity found; null when there was none.
    public Measured knowing(@Nullable PinLifetime found) {
        return new Measured(
                instances,
                expectation,
                thresholds,
                requestsPerSession,
                sequential,
                cookiesKept,
                connections,
                seed,
                found);
    }

    /// Whether the balancer chose the instance of this request afresh.
    boolean isAssignment(Observation observation) {
        return observation.isAssignment() || !cookiesKept;
    }

    /// What evenness is judged on: with affinity requests of one session stand for one another (STATISTICS 4.1).
    Unit unit() {
        return expectation == Expectation.SPREAD ? Unit.REQUEST : Unit.ASSIGNMENT;
    }

    public static Measured of(Plan plan) {
        return new Measured(
                plan.instances(),
                plan.expectation(),
                plan.thresholds(),
                plan.schedule().requestsPerSession(),
                plan.schedule().sequential(),
                plan.network().keepCookies(),
                plan.network().connections(),
                plan.seed());
    }
}
