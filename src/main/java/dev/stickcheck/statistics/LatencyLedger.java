package dev.stickcheck.statistics;

import dev.stickcheck.model.Latency;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Latencies of answers, in histograms of three digits (0.1 % error): all, from the intended sending, and per instance.
final class LatencyLedger {
    /// Instances beyond this have no histogram of their own.
    private static final int MOST = 100;

    private final Histogram service = new Histogram(3);
    private final Histogram response = new Histogram(3);
    private final Map<Integer, Histogram> instances = new HashMap<>();

    /// @param instance the number of the instance that answered, or −1
    void observe(Observation observation, int instance) {
        if (observation.outcome() instanceof Outcome.NoAnswer) {
            return;
        }
        long micros = micros(observation.latency());
        service.recordValue(micros);
        response.recordValue(micros(observation.response()));
        if (instance >= 0 && (instances.size() < MOST || instances.containsKey(instance))) {
            instances.computeIfAbsent(instance, i -> new Histogram(3)).recordValue(micros);
        }
    }

    private static long micros(Duration duration) {
        return Math.clamp(
                Math.round(duration.toNanos() / 1e3), 0, Duration.ofHours(1).toNanos() / 1000);
    }

    Latency service() {
        return quantiles(service);
    }

    Latency response() {
        return quantiles(response);
    }

    Latency of(int instance) {
        return quantiles(instances.get(instance));
    }

    private static Latency quantiles(@Nullable Histogram histogram) {
        if (histogram == null || histogram.getTotalCount() == 0) {
            return Latency.UNKNOWN;
        }
        return new Latency(
                histogram.getValueAtPercentile(50) / 1e3,
                histogram.getValueAtPercentile(95) / 1e3,
                histogram.getValueAtPercentile(99) / 1e3,
                histogram.getMaxValue() / 1e3);
    }
}
