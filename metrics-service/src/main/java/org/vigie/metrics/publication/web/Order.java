package org.vigie.metrics.publication.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.publication.Figure.Percentile;
import org.vigie.metrics.publication.Figures.Named;

/** By what the table of providers is sorted. */
enum Order {
    TARGETED,
    NAME,
    P50,
    P90,
    RECIDIVISM;

    /** The order of that name, by images targeted if there is none. */
    static Order of(@Nullable String name) {
        for (var order : values()) {
            if (order.code().equals(name)) {
                return order;
            }
        }
        return TARGETED;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Named> sort(List<Named> rows) {
        return rows.stream().sorted(comparator().thenComparing(Named::name)).toList();
    }

    private Comparator<Named> comparator() {
        return switch (this) {
            case TARGETED ->
                Comparator.comparingLong((Named row) -> orLast(row.figure().targeted()))
                        .reversed();
            case NAME -> Comparator.comparing((Named row) -> row.name().toLowerCase(Locale.ROOT));
            case P50 ->
                Comparator.comparingLong((Named row) -> days(row.figure().observedP50()))
                        .reversed();
            case P90 ->
                Comparator.comparingLong((Named row) -> days(row.figure().observedP90()))
                        .reversed();
            case RECIDIVISM ->
                Comparator.comparingDouble((Named row) -> share(row.figure().recidivism()))
                        .reversed();
        };
    }

    private static long orLast(@Nullable Long count) {
        return count == null ? -1 : count;
    }

    private static double share(@Nullable Double share) {
        return share == null ? -1 : share;
    }

    private static long days(Percentile percentile) {
        return switch (percentile.shown()) {
            case DAYS -> percentile.days() == null ? -1 : percentile.days();
            case NOT_REACHED -> Long.MAX_VALUE;
            case HIDDEN -> -1;
        };
    }
}
