package org.vigie.metrics.removal.meters;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.vigie.metrics.ledger.Selection;
import org.vigie.metrics.removal.MeasureProviders;
import org.vigie.metrics.removal.ProviderRow;
import org.vigie.metrics.removal.RemovalTimes;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/**
 * The table of providers as gauges, computed when Prometheus asks. Gauges and not counters: a correction can lower
 * them. A percentile that is not reached has no series. Labels carry ids and names of providers, never an address.
 */
final class ProviderGauges implements MeterSource {

    private static final Map<String, Integer> SPANS = spans();

    private final MeasureProviders measureProviders;
    private final int mostRows;

    /** Gauges for at most so many rows, those with most targetings. */
    ProviderGauges(MeasureProviders measureProviders, int mostRows) {
        this.measureProviders = measureProviders;
        this.mostRows = mostRows;
    }

    @Override
    public void measure(Readings into) {
        var table = measureProviders.table(Selection.EVERYTHING);
        table.rows().stream().limit(mostRows).forEach(row -> add(row, ProviderReadings.of(row, into)));
        into.gauge(
                "vigie_providers_left_out",
                "Rows of the table that have no series.",
                Math.max(0, table.rows().size() - mostRows));
        if (table.asOf() != null) {
            into.gauge(
                    "vigie_metrics_as_of_timestamp_seconds",
                    "Up to when open targetings are counted.",
                    table.asOf().getEpochSecond());
        }
    }

    private static void add(ProviderRow row, ProviderReadings into) {
        var provider = row.provider();
        var type = provider == null ? "UNKNOWN" : provider.type().name();
        var cell = row.indicators().cell();
        var report = row.indicators().report();
        into.gauge("vigie_provider_info", "Name and type of a provider.", 1, "name", row.name(), "type", type);
        into.gauge("vigie_images_targeted", "Targetings.", cell.targeted());
        into.gauge("vigie_images_recidivist", "Targetings whose content repeats.", cell.repeats());
        into.gauge("vigie_images_open", "Open targetings.", report.openFor().total());
        into.time(
                "vigie_image_open_oldest_age_seconds",
                "Longest time an open targeting was watched.",
                report.oldestOpen());
        removedBy("own_action", cell.removedByOwn(), into);
        removedBy("acted_by_other", cell.removedByOther(), into);
        removedBy("not_known", report.removed().total() - cell.removedByOwn() - cell.removedByOther(), into);
        times(report, into);
        AnswerGauges.add(cell.answers(), into);
    }

    private static void removedBy(String who, long count, ProviderReadings into) {
        into.gauge("vigie_images_removed", "Removed targetings by who seems to have acted.", count, "by", who);
    }

    private static void times(RemovalTimes report, ProviderReadings into) {
        time("observed_p50", report.removed().percentile(50), into);
        time("observed_p90", report.removed().percentile(90), into);
        time("km_p50", report.curve().percentile(50), into);
        time("km_p90", report.curve().percentile(90), into);
        SPANS.forEach((name, hours) -> into.gauge(
                "vigie_removal_share",
                "Share removed within a time, open targetings taken into account.",
                report.shareWithin(hours),
                "within",
                name));
    }

    private static void time(String stat, OptionalInt hours, ProviderReadings into) {
        into.time("vigie_removal_time_seconds", "Removal time from the first handover.", hours, "stat", stat);
    }

    private static Map<String, Integer> spans() {
        var spans = new LinkedHashMap<String, Integer>();
        spans.put("24h", 24);
        spans.put("72h", 72);
        spans.put("7d", 7 * 24);
        spans.put("30d", 30 * 24);
        return spans;
    }
}
