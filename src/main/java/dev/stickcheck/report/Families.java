package dev.stickcheck.report;

import dev.stickcheck.model.Latency;
import dev.stickcheck.model.Verdict;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Metric families in the making: samples of several results come together under one name, one help, one unit.
final class Families {
    private static final String PREFIX = "stickcheck_";

    private final Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();
    private final Map<String, SummarySnapshot.Builder> summaries = new LinkedHashMap<>();

    /// A sample, or none when the value is unknown.
    void gauge(String name, String help, @Nullable Unit unit, @Nullable Double value, Labels labels) {
        if (value == null || !Double.isFinite(value)) {
            return;
        }
        String full = unit == null ? PREFIX + name : PREFIX + name + "_" + unit;
        gauges.computeIfAbsent(
                        full,
                        key -> GaugeSnapshot.builder().name(full).help(help).unit(unit))
                .dataPoint(GaugeDataPointSnapshot.builder()
                        .value(value + 0.0)
                        .labels(labels)
                        .build());
    }

    /// The quantiles that are known, in seconds.
    void quantiles(String name, String help, Latency latency, Labels labels) {
        List<Quantile> known = new ArrayList<>();
        quantile(known, 0.5, latency.p50());
        quantile(known, 0.95, latency.p95());
        quantile(known, 0.99, latency.p99());
        if (known.isEmpty()) {
            return;
        }
        String full = PREFIX + name + "_" + Unit.SECONDS;
        summaries
                .computeIfAbsent(
                        full,
                        key -> SummarySnapshot.builder().name(full).help(help).unit(Unit.SECONDS))
                .dataPoint(SummaryDataPointSnapshot.builder()
                        .quantiles(Quantiles.of(known))
                        .labels(labels)
                        .build());
    }

    private static void quantile(List<Quantile> known, double quantile, @Nullable Double millis) {
        if (millis != null && Double.isFinite(millis)) {
            known.add(new Quantile(quantile, millis / 1000));
        }
    }

    /// A sample for each outcome, 1 for the one that is. OpenMetrics has sets of states and infos for this, which those
    /// who read Prometheus' older format alone, such as collectors of text files, cannot read.
    void outcome(String name, String help, Verdict outcome, Labels labels) {
        for (Verdict verdict : Verdict.values()) {
            gauge(name, help, null, verdict == outcome ? 1.0 : 0.0, labels.add("outcome", verdict.label()));
        }
    }

    MetricSnapshots snapshots() {
        List<MetricSnapshot> families = new ArrayList<>();
        gauges.values().forEach(family -> families.add(family.build()));
        summaries.values().forEach(family -> families.add(family.build()));
        return new MetricSnapshots(families);
    }
}
