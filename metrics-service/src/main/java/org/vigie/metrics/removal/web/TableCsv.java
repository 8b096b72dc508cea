package org.vigie.metrics.removal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.definition.Csv;

/** Tables as CSV: one line per row, times in hours and days, shares from 0 to 1. */
final class TableCsv {

    private static final List<String> INDICATORS = List.of(
            "images_targeted",
            "notices_sent",
            "distinct_content",
            "n",
            "n_removed",
            "n_open",
            "n_moved",
            "n_void",
            "few",
            "observed_p50_hours",
            "observed_p50_days",
            "observed_p90_hours",
            "observed_p90_days",
            "km_p50_hours",
            "km_p50_days",
            "km_p90_hours",
            "km_p90_days",
            "recidivism_a",
            "recidivism_a_numerator",
            "recidivism_a_denominator",
            "recidivism_a_lower",
            "recidivism_a_upper",
            "recidivism_b",
            "recidivism_b_numerator",
            "recidivism_b_denominator",
            "recidivism_b_lower",
            "recidivism_b_upper",
            "oldest_open_hours",
            "exposure_hours",
            "removed_by_outage_class",
            "notices_per_removal",
            "removed_by_own_action",
            "acted_by_other");

    private TableCsv() {}

    static String of(TableView table) {
        var csv = new Csv();
        csv.line(columns("provider_id", "name", "role", "type", "country", "reported_apart", "as_of"));
        for (var row : table.providers()) {
            csv.line(values(
                    row.indicators(),
                    row.providerId(),
                    row.name(),
                    row.role(),
                    row.type(),
                    row.country(),
                    row.reportedApart(),
                    table.asOf()));
        }
        return csv.toString();
    }

    static String of(GroupsView table) {
        var csv = new Csv();
        csv.line(columns("group", "as_of"));
        for (var row : table.rows()) {
            csv.line(values(row.indicators(), row.group(), table.asOf()));
        }
        return csv.toString();
    }

    /** The curves of one provider: a line for each step of each of its roles. */
    static String of(ProviderView provider) {
        var csv = new Csv();
        csv.line(List.of("role", "hours", "at_risk", "removed", "still_there", "lower", "upper", "as_of"));
        for (var role : provider.roles()) {
            for (var point : role.curve()) {
                csv.line(Arrays.asList(
                        role.row().role(),
                        point.hours(),
                        point.atRisk(),
                        point.removed(),
                        point.stillThere(),
                        point.lower(),
                        point.upper(),
                        provider.asOf()));
            }
        }
        return csv.toString();
    }

    private static List<@Nullable Object> columns(String... first) {
        var columns = new ArrayList<@Nullable Object>(Arrays.asList(first));
        columns.addAll(INDICATORS);
        return columns;
    }

    private static List<@Nullable Object> values(IndicatorsView row, @Nullable Object... first) {
        var values = new ArrayList<@Nullable Object>(Arrays.asList(first));
        values.addAll(List.of(
                row.imagesTargeted(),
                row.noticesSent(),
                row.distinctContent(),
                row.n(),
                row.nRemoved(),
                row.nOpen(),
                row.nMoved(),
                row.nVoid(),
                row.few()));
        percentiles(row.removalTimeReport().observed(), values);
        percentiles(row.removalTimeReport().kaplanMeier(), values);
        share(row.recidivismA(), values);
        share(row.recidivismB(), values);
        values.add(row.oldestOpenHours());
        values.add(row.exposureHours());
        values.add(row.removedByOutageClass());
        values.add(row.noticesPerRemoval());
        values.add(row.removedBy().ownAction());
        values.add(row.removedBy().actedByOther());
        return values;
    }

    private static void percentiles(TimesView.Percentiles times, List<@Nullable Object> values) {
        values.add(orNotReached(times.p50().hours()));
        values.add(orNotReached(times.p50().days()));
        values.add(orNotReached(times.p90().hours()));
        values.add(orNotReached(times.p90().days()));
    }

    private static void share(ShareView share, List<@Nullable Object> values) {
        values.add(share.share());
        values.add(share.numerator());
        values.add(share.denominator());
        values.add(share.lower());
        values.add(share.upper());
    }

    private static Object orNotReached(@Nullable Integer number) {
        return Objects.requireNonNullElse(number, "not reached");
    }
}
