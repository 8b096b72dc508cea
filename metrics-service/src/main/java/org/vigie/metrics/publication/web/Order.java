package org.vigie.metrics.publication.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.publication.Figure;
import org.vigie.metrics.publication.Figure.Percentile;
import org.vigie.metrics.publication.Figure.Shown;
import org.vigie.metrics.publication.Figures.Named;

/** By what the table of providers is sorted, and which way. What is not shown comes last both ways. */
record Order(Column column, boolean ascending) {

    /** A column of the table. */
    enum Column {
        PROVIDER,
        TARGETED,
        REMOVED,
        OPEN,
        MOVED,
        P50,
        P90,
        KM_P50,
        KM_P90,
        RECIDIVISM;

        /** As it stands in addresses, and the key of its heading. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Names from A to Z, numbers from the highest down. */
        private Order usual() {
            return new Order(this, this == PROVIDER);
        }
    }

    private static final String OTHER_WAY_ROUND = "-";

    /** The order of that code, by images targeted if there is none. */
    static Order of(@Nullable String code) {
        for (var column : Column.values()) {
            if (column.code().equals(code)) {
                return column.usual();
            }
            if ((OTHER_WAY_ROUND + column.code()).equals(code)) {
                return column.usual().reversed();
            }
        }
        return Column.TARGETED.usual();
    }

    /** Whether the column of that code is the one that sorts. */
    public boolean by(String code) {
        return column.code().equals(code);
    }

    /** What a click on a column's heading asks for: the usual order, the other way round if it is that by now. */
    public String next(String code) {
        return equals(of(code)) ? OTHER_WAY_ROUND + code : code;
    }

    List<Named> sort(List<Named> rows) {
        return rows.stream().sorted(comparator().thenComparing(Named::name)).toList();
    }

    private Order reversed() {
        return new Order(column, !ascending);
    }

    private Comparator<Named> comparator() {
        if (column == Column.PROVIDER) {
            var byName = Comparator.comparing((Named row) -> row.name().toLowerCase(Locale.ROOT));
            return ascending ? byName : byName.reversed();
        }
        var byValue = Comparator.comparingDouble((Named row) -> orNothing(value(row.figure())));
        var notShownLast = Comparator.comparing((Named row) -> value(row.figure()) == null);
        return notShownLast.thenComparing(ascending ? byValue : byValue.reversed());
    }

    private @Nullable Double value(Figure figure) {
        return switch (column) {
            case PROVIDER -> null;
            case TARGETED -> number(figure.targeted());
            case REMOVED -> number(figure.removed());
            case OPEN -> number(figure.open());
            case MOVED -> number(figure.moved());
            case P50 -> days(figure.observedP50());
            case P90 -> days(figure.observedP90());
            case KM_P50 -> days(figure.estimatedP50());
            case KM_P90 -> days(figure.estimatedP90());
            case RECIDIVISM -> figure.recidivism();
        };
    }

    private static double orNothing(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static @Nullable Double number(@Nullable Long count) {
        return count == null ? null : Double.valueOf(count);
    }

    private static @Nullable Double days(Percentile percentile) {
        if (percentile.shown() == Shown.NOT_REACHED) {
            return Double.POSITIVE_INFINITY;
        }
        return percentile.days() == null ? null : Double.valueOf(percentile.days());
    }
}
