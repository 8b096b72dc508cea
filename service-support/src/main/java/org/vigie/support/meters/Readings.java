package org.vigie.support.meters;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Readings by name, on the way to Prometheus. A label holds a word of ours, an id or a provider's name, never anything
 * taken from a report.
 */
public final class Readings {

    private final Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();
    private final Map<String, CounterSnapshot.Builder> counters = new LinkedHashMap<>();

    /**
     * Adds a value that may rise and fall.
     *
     * @param name with its unit at the end: {@code vigie_oldest_age_seconds}
     * @param labels names and values in turn
     */
    public void gauge(String name, String help, Number value, String... labels) {
        gauges.computeIfAbsent(name, _ -> GaugeSnapshot.builder().name(name).help(help))
                .dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(Labels.of(labels))
                        .value(value.doubleValue())
                        .build());
    }

    /**
     * Adds a value that only rises.
     *
     * @param name without {@code _total}, which Prometheus is told in addition
     * @param labels names and values in turn
     */
    public void counter(String name, String help, Number value, String... labels) {
        counters.computeIfAbsent(name, _ -> CounterSnapshot.builder().name(name).help(help))
                .dataPoint(CounterDataPointSnapshot.builder()
                        .labels(Labels.of(labels))
                        .value(value.doubleValue())
                        .build());
    }

    MetricSnapshots snapshots() {
        var snapshots = MetricSnapshots.builder();
        gauges.values().forEach(builder -> snapshots.metricSnapshot(builder.build()));
        counters.values().forEach(builder -> snapshots.metricSnapshot(builder.build()));
        return snapshots.build();
    }
}
