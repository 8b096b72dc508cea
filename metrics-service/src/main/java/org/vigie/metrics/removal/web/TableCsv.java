package org.vigie.metrics.removal.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table of providers as CSV: one line per provider and role, times in hours and days, shares from 0 to 1. */
final class TableCsv {

    private TableCsv() {}

    static String of(TableView table) {
        var csv = new Csv();
        csv.line(
                "provider_id",
                "name",
                "role",
                "type",
                "country",
                "as_of",
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
                "removed_by_outage_class",
                "notices_per_removal",
                "reported_apart");
        table.providers().forEach(row -> line(csv, row, table));
        return csv.toString();
    }

    private static void line(Csv csv, RowView row, TableView table) {
        var observed = row.removalTimeReport().observed();
        var estimated = row.removalTimeReport().kaplanMeier();
        csv.line(
                row.providerId(),
                row.name(),
                row.role(),
                row.type(),
                row.country(),
                table.asOf(),
                row.imagesTargeted(),
                row.noticesSent(),
                row.distinctContent(),
                row.n(),
                row.nRemoved(),
                row.nOpen(),
                row.nMoved(),
                row.nVoid(),
                row.few(),
                orNotReached(observed.p50().hours()),
                orNotReached(observed.p50().days()),
                orNotReached(observed.p90().hours()),
                orNotReached(observed.p90().days()),
                orNotReached(estimated.p50().hours()),
                orNotReached(estimated.p50().days()),
                orNotReached(estimated.p90().hours()),
                orNotReached(estimated.p90().days()),
                row.recidivismA().share(),
                row.recidivismA().numerator(),
                row.recidivismA().denominator(),
                row.recidivismA().lower(),
                row.recidivismA().upper(),
                row.recidivismB().share(),
                row.recidivismB().numerator(),
                row.recidivismB().denominator(),
                row.recidivismB().lower(),
                row.recidivismB().upper(),
                row.oldestOpenHours(),
                row.removedByOutageClass(),
                row.noticesPerRemoval(),
                row.reportedApart());
    }

    private static Object orNotReached(@Nullable Integer number) {
        return Objects.requireNonNullElse(number, "not reached");
    }
}
