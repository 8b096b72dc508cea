package org.vigie.metrics.removal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.definition.Csv;

/** Tables as CSV: one line per row, times in hours and days, shares from 0 to 1. */
final class TableCsv {

    private TableCsv() {}

    static String of(TableView table) {
        var csv = new Csv();
        csv.line(columns("provider_id", "name", "role", "type", "country", "reported_apart", "as_of"));
        for (var row : table.providers()) {
            csv.line(values(
                    row.indicators(),
                    row.cases(),
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
            csv.line(values(row.indicators(), row.cases(), row.group(), table.asOf()));
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
        RowColumns.ALL.forEach(column -> columns.add(column.name()));
        return columns;
    }

    private static List<@Nullable Object> values(IndicatorsView row, CasesView cases, @Nullable Object... first) {
        var values = new ArrayList<@Nullable Object>(Arrays.asList(first));
        RowColumns.ALL.forEach(column -> values.add(column.value(row, cases)));
        return values;
    }
}
