package org.vigie.metrics.publication.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.definition.Csv;
import org.vigie.metrics.publication.Beside;
import org.vigie.metrics.publication.Figure;
import org.vigie.metrics.publication.Figure.Percentile;
import org.vigie.metrics.publication.Figures.Group;
import org.vigie.metrics.publication.Publication;

/** A publication's table as CSV, and what its columns mean. */
final class PublicationCsv {

    /** A column, where the same stands in the JSON, and the key of its unit; its meaning has the column's name. */
    record Column(String name, String json, String unit) {}

    private static final int BESIDE = 13;

    private static final List<Column> FIRST = List.of(
            new Column("kind", "", "code"),
            new Column("name", "figures.named[].name, figures.types[].group", "text"),
            new Column("role", "figures.named[].role", "code"),
            new Column("country", "figures.named[].country", "country"),
            new Column("images_targeted", "figure.targeted", "images"),
            new Column("images_removed", "figure.removed", "images"),
            new Column("images_open", "figure.open", "images"),
            new Column("images_moved", "figure.moved", "images"),
            new Column("observed_p50", "figure.observed_p50", "days"),
            new Column("observed_p90", "figure.observed_p90", "days"),
            new Column("km_p50", "figure.estimated_p50", "days"),
            new Column("km_p90", "figure.estimated_p90", "days"),
            new Column("recidivism", "figure.recidivism", "share"),
            new Column("recidivism_lower", "figure.recidivism_lower", "share"),
            new Column("recidivism_upper", "figure.recidivism_upper", "share"),
            new Column("removed_by_own_action", "figure.beside.removed_by.own_action", "images"),
            new Column("acted_by_other", "figure.beside.removed_by.acted_by_other", "images"),
            new Column("removed_by_not_known", "figure.beside.removed_by.not_known", "images"),
            new Column("own_received_to_verified_p50", "figure.beside.received_to_verified.p50", "hours"),
            new Column("own_received_to_verified_p90", "figure.beside.received_to_verified.p90", "hours"),
            new Column("own_verified_to_first_handover_p50", "figure.beside.verified_to_first_handover.p50", "hours"),
            new Column("own_verified_to_first_handover_p90", "figure.beside.verified_to_first_handover.p90", "hours"),
            new Column("own_held_p50", "figure.beside.held.p50", "hours"),
            new Column("own_held_p90", "figure.beside.held.p90", "hours"),
            new Column("own_blocked_by_check_p50", "figure.beside.blocked_by_check.p50", "hours"),
            new Column("own_blocked_by_check_p90", "figure.beside.blocked_by_check.p90", "hours"),
            new Column("returned_within_30d", "figure.beside.returned_within30_days", "share"),
            new Column("returned_within_180d", "figure.beside.returned_within180_days", "share"));

    private static final List<Column> LAST = List.of(
            new Column("period", "period", "months"),
            new Column("version", "version", "number"),
            new Column("as_of", "as_of", "instant"),
            new Column("method_version", "method_version", "text"),
            new Column("purpose", "purpose", "code"),
            new Column("publisher", "publisher.name", "text"));

    private static final List<Column> COLUMNS =
            Stream.of(FIRST, AnswerColumns.ALL, LAST).flatMap(List::stream).toList();

    /** What a reader of the file may stumble over, whatever the column. */
    private static final List<String> NOTES = List.of("empty", "apostrophe", "na", "french");

    private PublicationCsv() {}

    /** The table as RFC 4180 has it. */
    static String of(Publication publication) {
        return write(publication, new Csv());
    }

    /** The same for a spreadsheet set to French, which opens it with a double click. */
    static String french(Publication publication) {
        return write(publication, Csv.forFrenchSpreadsheets());
    }

    private static String write(Publication publication, Csv csv) {
        csv.line(COLUMNS.stream().<@Nullable Object>map(Column::name).toList());
        var figures = publication.figures();
        line(csv, publication, figures.total(), "total", "ALL", null, null);
        figures.named()
                .forEach(row -> line(
                        csv,
                        publication,
                        row.figure(),
                        "provider",
                        row.name(),
                        row.role().name(),
                        row.country()));
        lines(csv, publication, "type", figures.types());
        lines(csv, publication, "stage", figures.stages());
        lines(csv, publication, "category", figures.categories());
        lines(csv, publication, "country", figures.countries());
        return csv.toString();
    }

    /** The columns in one language: name, place in the JSON, meaning, unit. */
    static String dictionary(Language language) {
        var csv = new Csv().line(List.of("column", "json", "meaning", "unit"));
        COLUMNS.forEach(column -> csv.line(List.of(
                column.name(),
                column.json(),
                language.text("meaning_" + column.name()),
                language.text("unit_" + column.unit()))));
        NOTES.forEach(note -> csv.line(List.of("", "", language.text("note_" + note), "")));
        return csv.toString();
    }

    private static void lines(Csv csv, Publication publication, String kind, List<Group> groups) {
        groups.forEach(group -> line(csv, publication, group.figure(), kind, group.group(), null, null));
    }

    private static void line(Csv csv, Publication publication, Figure figure, @Nullable Object... first) {
        var values = new ArrayList<@Nullable Object>(Arrays.asList(first));
        values.add(figure.targeted());
        values.add(figure.removed());
        values.add(figure.open());
        values.add(figure.moved());
        values.add(days(figure.observedP50()));
        values.add(days(figure.observedP90()));
        values.add(days(figure.estimatedP50()));
        values.add(days(figure.estimatedP90()));
        values.add(figure.recidivism());
        values.add(figure.recidivismLower());
        values.add(figure.recidivismUpper());
        values.addAll(beside(figure.beside()));
        values.addAll(AnswerColumns.of(
                figure.beside() == null ? null : figure.beside().acknowledged()));
        values.add(publication.period().name());
        values.add(publication.version());
        values.add(publication.asOf());
        values.add(publication.methodVersion());
        values.add(publication.purpose());
        values.add(
                publication.publisher() == null ? null : publication.publisher().name());
        csv.line(values);
    }

    /** In the order of their columns; all absent in what was frozen before they were measured. */
    private static List<@Nullable Object> beside(@Nullable Beside beside) {
        if (beside == null) {
            return Collections.nCopies(BESIDE, null);
        }
        var removedBy = beside.removedBy();
        var values = new ArrayList<@Nullable Object>();
        values.add(removedBy == null ? null : removedBy.ownAction());
        values.add(removedBy == null ? null : removedBy.actedByOther());
        values.add(removedBy == null ? null : removedBy.notKnown());
        for (var hours : List.of(
                beside.receivedToVerified(),
                beside.verifiedToFirstHandover(),
                beside.held(),
                beside.blockedByCheck())) {
            values.add(hours.p50());
            values.add(hours.p90());
        }
        values.add(beside.returnedWithin30Days());
        values.add(beside.returnedWithin180Days());
        return values;
    }

    private static @Nullable Object days(Percentile percentile) {
        return switch (percentile.shown()) {
            case DAYS -> percentile.days();
            case NOT_REACHED -> "not reached";
            case HIDDEN -> null;
        };
    }
}
