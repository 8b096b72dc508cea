package org.vigie.metrics.removal.meters;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.vigie.metrics.removal.MeasureProviders;
import org.vigie.metrics.removal.ProviderRow;
import org.vigie.metrics.removal.ProviderTable;
import org.vigie.metrics.removal.RemovalTimes;
import org.vigie.metrics.removal.Selection;

/**
 * The table of providers as gauges, computed when Prometheus asks. Gauges and not counters: a correction can lower
 * them. A percentile that is not reached has no series. Labels carry ids and names of providers, never an address.
 */
final class ProviderGauges implements MultiCollector {

    private static final int SECONDS_AN_HOUR = 3600;
    private static final Map<String, Integer> SPANS = spans();

    private final MeasureProviders measureProviders;
    private final int mostRows;

    /** Gauges for at most so many rows, those with most targetings. */
    ProviderGauges(MeasureProviders measureProviders, int mostRows) {
        this.measureProviders = measureProviders;
        this.mostRows = mostRows;
    }

    @Override
    public MetricSnapshots collect() {
        var table = measureProviders.table(Selection.EVERYTHING);
        var gauges = new Gauges();
        table.rows().stream().limit(mostRows).forEach(row -> add(row, gauges));
        var leftOut = Math.max(0, table.rows().size() - mostRows);
        gauges.add("vigie_providers_left_out", "Rows of the table that have no series.", Labels.EMPTY, leftOut);
        asOf(table, gauges);
        return gauges.snapshots();
    }

    private static void asOf(ProviderTable table, Gauges gauges) {
        if (table.asOf() != null) {
            gauges.add(
                    "vigie_metrics_as_of_timestamp_seconds",
                    "Up to when open targetings are counted.",
                    Labels.EMPTY,
                    table.asOf().getEpochSecond());
        }
    }

    private static void add(ProviderRow row, Gauges gauges) {
        var provider = row.provider();
        var type = provider == null ? "UNKNOWN" : provider.type().name();
        var labels = Labels.of(
                "provider",
                row.addressed().provider().toString(),
                "role",
                row.addressed().role().name());
        var indicators = row.indicators();
        var cell = indicators.cell();
        var report = indicators.report();
        gauges.add(
                "vigie_provider_info",
                "Name and type of a provider.",
                labels.merge(Labels.of("name", row.name(), "type", type)),
                1);
        gauges.add("vigie_images_targeted", "Targetings.", labels, cell.targeted());
        gauges.add("vigie_images_recidivist", "Targetings whose content repeats.", labels, cell.repeats());
        gauges.add(
                "vigie_images_open",
                "Open targetings.",
                labels,
                report.openFor().total());
        report.oldestOpen()
                .ifPresent(hours -> gauges.add(
                        "vigie_image_open_oldest_age_seconds",
                        "Longest time an open targeting was watched.",
                        labels,
                        (long) hours * SECONDS_AN_HOUR));
        times(report, labels, gauges);
    }

    private static void times(RemovalTimes report, Labels labels, Gauges gauges) {
        time("observed_p50", report.removed().percentile(50), labels, gauges);
        time("observed_p90", report.removed().percentile(90), labels, gauges);
        time("km_p50", report.curve().percentile(50), labels, gauges);
        time("km_p90", report.curve().percentile(90), labels, gauges);
        SPANS.forEach((name, hours) -> gauges.add(
                "vigie_removal_share",
                "Share removed within a time, open targetings taken into account.",
                labels.merge(Labels.of("within", name)),
                report.shareWithin(hours)));
    }

    private static void time(String stat, OptionalInt hours, Labels labels, Gauges gauges) {
        hours.ifPresent(value -> gauges.add(
                "vigie_removal_time_seconds",
                "Removal time from the first handover.",
                labels.merge(Labels.of("stat", stat)),
                (long) value * SECONDS_AN_HOUR));
    }

    private static Map<String, Integer> spans() {
        var spans = new LinkedHashMap<String, Integer>();
        spans.put("24h", 24);
        spans.put("72h", 72);
        spans.put("7d", 7 * 24);
        spans.put("30d", 30 * 24);
        return spans;
    }

    /** Gauges by name, on the way. */
    private static final class Gauges {

        private final Map<String, GaugeSnapshot.Builder> builders = new LinkedHashMap<>();

        void add(String name, String help, Labels labels, Number value) {
            builders.computeIfAbsent(
                            name, _ -> GaugeSnapshot.builder().name(name).help(help))
                    .dataPoint(GaugeDataPointSnapshot.builder()
                            .labels(labels)
                            .value(value.doubleValue())
                            .build());
        }

        MetricSnapshots snapshots() {
            var snapshots = MetricSnapshots.builder();
            builders.values().forEach(builder -> snapshots.metricSnapshot(builder.build()));
            return snapshots.build();
        }
    }
}
