package org.vigie.metrics.publication.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.definition.Csv;
import org.vigie.metrics.publication.Figure;
import org.vigie.metrics.publication.Figure.Percentile;
import org.vigie.metrics.publication.Publication;

/** A publication's table as CSV, and what its columns mean. */
final class PublicationCsv {

    /** Column, meaning, unit. */
    private static final List<List<@Nullable Object>> COLUMNS = List.of(
            List.of("kind", "total, provider, type or stage", "code"),
            List.of("name", "provider's name, or the code of the type or stage", "text"),
            List.of("role", "the role the provider was written to in", "code"),
            List.of("country", "of the provider", "ISO 3166-1 alpha-2"),
            List.of("images_targeted", "empty where it is too small to be shown", "images"),
            List.of("images_removed", "empty where it is too small to be shown", "images"),
            List.of("images_open", "still online as of; empty where it is too small to be shown", "images"),
            List.of("observed_p50", "median removal time over removed images, nearest rank", "days"),
            List.of("observed_p90", "90th percentile likewise", "days"),
            List.of("km_p50", "median removal time by Kaplan-Meier", "days"),
            List.of("km_p90", "90th percentile likewise", "days"),
            List.of("recidivism", "share of images targeted at the same provider before", "0 to 1"),
            List.of("recidivism_lower", "lower end of the 95 % interval (Wilson)", "0 to 1"),
            List.of("recidivism_upper", "upper end of the 95 % interval (Wilson)", "0 to 1"));

    private PublicationCsv() {}

    static String of(Publication publication) {
        var csv = new Csv()
                .line(COLUMNS.stream().<@Nullable Object>map(List::getFirst).toList());
        var figures = publication.figures();
        line(csv, figures.total(), "total", "ALL", null, null);
        figures.named()
                .forEach(row -> line(
                        csv, row.figure(), "provider", row.name(), row.role().name(), row.country()));
        figures.types().forEach(type -> line(csv, type.figure(), "type", type.group(), null, null));
        figures.stages().forEach(stage -> line(csv, stage.figure(), "stage", stage.group(), null, null));
        return csv.toString();
    }

    static String dictionary() {
        var csv = new Csv().line(List.of("column", "meaning", "unit"));
        COLUMNS.forEach(csv::line);
        return csv.toString();
    }

    private static void line(Csv csv, Figure figure, @Nullable Object... first) {
        var values = new ArrayList<@Nullable Object>(Arrays.asList(first));
        values.add(figure.targeted());
        values.add(figure.removed());
        values.add(figure.open());
        values.add(days(figure.observedP50()));
        values.add(days(figure.observedP90()));
        values.add(days(figure.estimatedP50()));
        values.add(days(figure.estimatedP90()));
        values.add(figure.recidivism());
        values.add(figure.recidivismLower());
        values.add(figure.recidivismUpper());
        csv.line(values);
    }

    private static @Nullable Object days(Percentile percentile) {
        return switch (percentile.shown()) {
            case DAYS -> percentile.days();
            case NOT_REACHED -> "not reached";
            case HIDDEN -> null;
        };
    }
}
