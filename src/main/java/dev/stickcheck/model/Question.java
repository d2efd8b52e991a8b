package dev.stickcheck.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question whose price is asked for before it is measured (STATISTICS 7).
///
/// @param thresholds limits and confidence
/// @param trueRate the share of sessions that is expected to move in truth
/// @param power the probability of an answer; null: 95 % for sessions, 99.8 % for evenness, 90 % for latency
/// @param instances their shares, summing to 1
/// @param instancesGiven whether the user said how many instances there are
/// @param requestsPerSession requests of a sticky session
/// @param rate requests a second; infinite: as fast as answers come
/// @param concurrency sessions at a time
/// @param latency how long an answer takes; null: not known
/// @param thinkTime pause of a session between an answer and its next request
/// @param mechanism whether it is asked as well what makes sessions stick
/// @param improvement the gain in latency that is to be shown; null: none
/// @param budget what may be spent; null: as much as the answer takes
public record Question(
        Thresholds thresholds,
        double trueRate,
        @Nullable Double power,
        List<Double> instances,
        boolean instancesGiven,
        int requestsPerSession,
        double rate,
        int concurrency,
        @Nullable Duration latency,
        Duration thinkTime,
        boolean mechanism,
        @Nullable Improvement improvement,
        @Nullable Budget budget) {
    public Question {
        instances = List.copyOf(instances);
    }

    /// The instances' shares as numbers to compute with.
    public double[] shares() {
        return instances.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// A gain in latency.
    ///
    /// @param expected how much faster it is in truth, as a fraction
    /// @param beyond how much faster it is to be shown at least; 0: faster at all
    /// @param sd of the logarithm of the latency
    /// @param deff the design effect of blocks
    public record Improvement(double expected, double beyond, double sd, double deff) {}

    /// Time or requests.
    public sealed interface Budget {
        /// So long.
        record Time(Duration duration) implements Budget {}

        /// So many.
        record Requests(long requests) implements Budget {}
    }
}
