package org.vigie.metrics.publication.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.publication.Beside;
import org.vigie.metrics.publication.Beside.RemovedBy;
import org.vigie.metrics.publication.Figure;
import org.vigie.metrics.publication.Figures;

/** What is to be read beside every provider's figures; a row for each, in the order of the table above. */
final class BesideTable {

    private static final String HEADING = "<th scope=\"col\" role=\"columnheader\">";

    private record Column(String key, Function<Beside, String> text) {}

    private final Html page;
    private final Words words;
    private final List<Column> columns;

    BesideTable(Html page, Words words) {
        this.page = page;
        this.words = words;
        this.columns = List.of(
                new Column(
                        "received_to_verified",
                        beside -> words.hours(beside.receivedToVerified().p50())),
                new Column(
                        "received_to_verified_p90",
                        beside -> words.hours(beside.receivedToVerified().p90())),
                new Column(
                        "verified_to_handover",
                        beside -> words.hours(beside.verifiedToFirstHandover().p50())),
                new Column(
                        "verified_to_handover_p90",
                        beside -> words.hours(beside.verifiedToFirstHandover().p90())),
                new Column("own_action", beside -> count(beside.removedBy(), RemovedBy::ownAction)),
                new Column("acted_by_other", beside -> count(beside.removedBy(), RemovedBy::actedByOther)),
                new Column("acted_not_known", beside -> count(beside.removedBy(), RemovedBy::notKnown)),
                new Column("returned_30d", beside -> words.share(beside.returnedWithin30Days())));
    }

    void of(Figures figures) {
        page.raw("<p class=\"soft\" id=\"beside-note\">")
                .text(words.text("beside_note"))
                .raw("</p>");
        page.raw("<p class=\"swipe soft\">").text(words.text("swipe")).raw("</p>");
        page.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"beside\">");
        page.raw("<table role=\"table\" aria-labelledby=\"beside\" aria-describedby=\"beside-note\">");
        page.raw("<thead role=\"rowgroup\" class=\"plain\"><tr role=\"row\">");
        heading("provider");
        columns.forEach(column -> heading(column.key()));
        page.raw("</tr></thead><tbody role=\"rowgroup\">");
        row(words.text("total"), figures.total());
        figures.named().forEach(named -> row(named.name(), named.figure()));
        page.raw("</tbody></table></div>");
    }

    private void heading(String key) {
        page.raw(HEADING).text(words.text(key)).raw("</th>");
    }

    private void row(String name, Figure figure) {
        var beside = figure.beside();
        page.raw("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">")
                .text(name)
                .raw("</th>");
        for (var column : columns) {
            page.raw("<td role=\"cell\" data-label=\"" + Html.escape(words.text(column.key())) + "\">")
                    .text(
                            beside == null
                                    ? words.text("not_shown")
                                    : column.text().apply(beside))
                    .raw("</td>");
        }
        page.raw("</tr>");
    }

    private String count(@Nullable RemovedBy removedBy, Function<RemovedBy, Long> count) {
        return removedBy == null ? words.text("not_shown") : words.count(count.apply(removedBy));
    }
}
