package org.vigie.metrics.publication.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.publication.Figure;
import org.vigie.metrics.publication.Figure.Percentile;
import org.vigie.metrics.publication.Figures.Group;
import org.vigie.metrics.publication.Publication;
import org.vigie.metrics.publication.PublicationRules;

/** The page everybody may read, in one language. It asks nobody else for anything. */
final class PublicationPage {

    private static final int[] DAYS = {1, 2, 3, 7, 14, 30, 60, 90};
    private static final int HOURS_A_DAY = 24;

    private final Language language;
    private final PublicationRules rules;
    private final Html page = new Html();

    PublicationPage(Language language, PublicationRules rules) {
        this.language = language;
        this.rules = rules;
    }

    /** The page while nothing is approved. */
    String empty() {
        begin("");
        page.raw("<main id=\"content\">").element("p", text("none")).raw("</main>");
        return end();
    }

    /** A publication, and where the others are. */
    String of(Publication publication, List<Publication> all, Order order) {
        begin(path(publication));
        page.raw("<main id=\"content\">");
        heading(publication);
        total(publication);
        named(publication, order);
        groups("types", publication.figures().types());
        curves(publication.figures().types());
        groups("stages", publication.figures().stages());
        method(publication);
        cautions();
        downloads(publication);
        others(publication, all);
        page.raw("</main>");
        return end();
    }

    private void begin(String path) {
        page.raw("<!doctype html><html lang=\"" + language.code() + "\"><head><meta charset=\"utf-8\"><title>")
                .text(text("title"))
                .raw("</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw(
                        "<link rel=\"stylesheet\" href=\"/publication.css\"></head><body><a class=\"skip\" href=\"#content\">")
                .text(text("skip"))
                .raw("</a><header><nav><a lang=\"" + language.other().code() + "\" href=\"/"
                        + language.other().code() + path + "\">")
                .text(text("language"))
                .raw("</a></nav>")
                .element("h1", text("title"))
                .raw("<p class=\"soft\">")
                .text(text("subtitle"))
                .raw("</p></header>");
    }

    private String end() {
        return page.raw("<footer class=\"soft\">Vigie</footer></body></html>").toString();
    }

    private void heading(Publication publication) {
        page.raw("<p>")
                .text("%s %s – %s · %s %s · %s %d"
                        .formatted(
                                text("period"),
                                publication.period().from(),
                                publication.period().to(),
                                text("as_of"),
                                language.date(publication.asOf()),
                                text("version"),
                                publication.version()))
                .raw("</p>");
    }

    private void total(Publication publication) {
        var total = publication.figures().total();
        page.element("h2", text("total")).raw("<dl class=\"figures\">");
        number("detections", language.number(publication.figures().verifiedDetections()));
        number("targeted", count(total.targeted()));
        number("p50", percentile(total.observedP50()));
        number("p90", percentile(total.observedP90()));
        number("km_p90", percentile(total.estimatedP90()));
        number("recidivism", share(total.recidivism()));
        page.raw("</dl>");
    }

    private void number(String key, String value) {
        page.raw("<div>").element("dt", text(key)).element("dd", value).raw("</div>");
    }

    private void named(Publication publication, Order order) {
        page.element("h2", text("named"));
        table("named", () -> {
            page.element("caption", text("named_note", rules.namedFrom())).raw("<thead><tr>");
            column("provider", Order.NAME, order, publication);
            page.raw("<th scope=\"col\" class=\"text\">").text(text("role")).raw("</th>");
            column("targeted", Order.TARGETED, order, publication);
            column("p50", Order.P50, order, publication);
            column("p90", Order.P90, order, publication);
            figureColumns();
            column("recidivism", Order.RECIDIVISM, order, publication);
            page.raw("</tr></thead><tbody>");
            for (var row : order.sort(publication.figures().named())) {
                page.raw("<tr><th scope=\"row\">").text(row.name());
                page.raw("</th><td class=\"text\">")
                        .text(language.name(row.role().name()));
                page.raw("</td>");
                cells(row.figure());
                page.raw("</tr>");
            }
        });
        for (var apart : publication.figures().apart()) {
            page.raw("<p>")
                    .text(text("apart") + " – " + apart.name() + ": " + apart.reason())
                    .raw("</p>");
        }
        answers(publication);
    }

    private void answers(Publication publication) {
        if (publication.answers().isEmpty()) {
            return;
        }
        page.element("h3", text("answers")).raw("<dl>");
        for (var answer : publication.answers()) {
            var name = publication.figures().named().stream()
                    .filter(row -> row.providerId().equals(answer.providerId()))
                    .map(row -> row.name())
                    .findFirst()
                    .orElse(text("UNKNOWN"));
            page.element("dt", name).element("dd", answer.text());
        }
        page.raw("</dl>");
    }

    private void groups(String key, List<Group> groups) {
        page.element("h2", text(key));
        table(key, () -> {
            page.raw("<thead><tr>");
            for (var column : List.of("group", "targeted", "p50", "p90")) {
                page.raw("<th scope=\"col\">").text(text(column)).raw("</th>");
            }
            figureColumns();
            page.raw("<th scope=\"col\">").text(text("recidivism")).raw("</th></tr></thead><tbody>");
            for (var group : groups) {
                page.raw("<tr><th scope=\"row\">")
                        .text(language.name(group.group()))
                        .raw("</th>");
                cells(group.figure());
                page.raw("</tr>");
            }
        });
    }

    private void table(String key, Runnable rows) {
        page.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + Html.escape(text(key))
                + "\"><table>");
        rows.run();
        page.raw("</tbody></table></div>");
    }

    private void column(String key, Order by, Order now, Publication publication) {
        var sorted = by == now ? " aria-sort=\"" + (by == Order.NAME ? "ascending" : "descending") + "\"" : "";
        page.raw("<th scope=\"col\"" + sorted + "><a href=\"/" + language.code() + path(publication) + "?sort="
                        + by.code() + "\">")
                .text(text(key))
                .raw("</a></th>");
    }

    private void figureColumns() {
        for (var column : List.of("km_p50", "km_p90", "open")) {
            page.raw("<th scope=\"col\">").text(text(column)).raw("</th>");
        }
    }

    private void cells(Figure figure) {
        page.element("td", count(figure.targeted()))
                .element("td", percentile(figure.observedP50()))
                .element("td", percentile(figure.observedP90()))
                .element("td", percentile(figure.estimatedP50()))
                .element("td", percentile(figure.estimatedP90()))
                .element("td", count(figure.open()))
                .raw("<td>")
                .text(share(figure.recidivism()));
        if (figure.recidivismLower() != null && figure.recidivismUpper() != null) {
            page.element("small", share(figure.recidivismLower()) + " – " + share(figure.recidivismUpper()));
        }
        page.raw("</td>");
    }

    private void curves(List<Group> types) {
        page.element("h2", text("curves")).element("p", text("curves_note")).raw("<div class=\"curves\">");
        for (var type : types) {
            if (type.curve().isEmpty()) {
                continue;
            }
            var name = language.name(type.group());
            var curve = new Curve(type.curve());
            page.raw("<figure><figcaption>").element("strong", name).raw("</figcaption>");
            page.raw(curve.svg(text("curves") + " – " + name, text("curve_axis")));
            page.raw("<details><summary>").text(text("still")).raw("</summary><ul>");
            for (var day : DAYS) {
                page.element("li", days(day) + ": " + language.percent(curve.at(day * HOURS_A_DAY)));
            }
            page.raw("</ul></details></figure>");
        }
        page.raw("</div>");
    }

    private void method(Publication publication) {
        page.element("h2", text("method"));
        for (var key : List.of("method_unit", "method_time", "method_observed", "method_recidivism")) {
            page.element("p", text(key));
        }
        page.element("p", text("method_hidden", rules.smallestCount(), publication.methodVersion()));
    }

    private void cautions() {
        page.element("h2", text("cautions")).raw("<ol>");
        for (var key : List.of("caution_1", "caution_2", "caution_3")) {
            page.element("li", text(key));
        }
        page.raw("</ol><p class=\"soft\">").text(text("caution_source")).raw("</p>");
    }

    private void downloads(Publication publication) {
        page.element("h2", text("downloads")).raw("<ul>");
        link("/publications" + path(publication) + ".json", text("download_json"));
        link("/publications" + path(publication) + ".csv", text("download_csv"));
        link("/publications/dictionary.csv", text("download_dictionary"));
        page.raw("</ul>");
    }

    private void others(Publication shown, List<Publication> all) {
        if (all.size() < 2) {
            return;
        }
        page.element("h2", text("others")).raw("<ul>");
        for (var other : all) {
            if (!other.equals(shown)) {
                link(
                        "/" + language.code() + path(other),
                        "%s – %s, %s %d"
                                .formatted(
                                        other.period().from(), other.period().to(), text("version"), other.version()));
            }
        }
        page.raw("</ul>");
    }

    private void link(String path, String name) {
        page.raw("<li><a href=\"" + path + "\">").text(name).raw("</a></li>");
    }

    private static String path(Publication publication) {
        return "/" + publication.period().name() + "/" + publication.version();
    }

    private String count(@Nullable Long count) {
        return count == null ? text("suppressed", rules.smallestCount()) : language.number(count);
    }

    private String share(@Nullable Double share) {
        return share == null ? text("not_shown") : language.percent(share);
    }

    private String percentile(Percentile percentile) {
        return switch (percentile.shown()) {
            case DAYS -> days(percentile.days() == null ? 0 : percentile.days());
            case NOT_REACHED -> text("not_reached");
            case HIDDEN -> text("hidden");
        };
    }

    private String days(int days) {
        return language.number(days) + "\u00a0" + text(days == 1 ? "day" : "days");
    }

    private String text(String key, Object... values) {
        return language.text(key, values);
    }
}
