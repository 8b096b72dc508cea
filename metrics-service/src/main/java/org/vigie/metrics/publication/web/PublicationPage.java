package org.vigie.metrics.publication.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.publication.Publication;
import org.vigie.metrics.publication.Publication.Purpose;
import org.vigie.metrics.publication.PublicationRules;
import org.vigie.metrics.publication.Publisher;

/** The page everybody may read, in one language. It asks nobody else for anything and runs no script. */
final class PublicationPage {

    private final Language language;
    private final Words words;
    private final Html page = new Html();

    PublicationPage(Language language, PublicationRules rules) {
        this.language = language;
        this.words = new Words(language, rules);
    }

    /** The page while nothing is approved. */
    String empty() {
        return sentence("none");
    }

    /** The page where there is no such publication. */
    String unknown() {
        return sentence("unknown");
    }

    /** A publication, and where the others are. */
    String of(Publication publication, List<Publication> all, Order order) {
        var figures = publication.figures();
        var tables = new FigureTables(page, words);
        begin(path(publication));
        heading(publication, all);
        total(publication);
        cautions(publication);
        section("named");
        tables.providers(publication, order, "/" + language.code() + path(publication));
        apart(publication);
        section("types");
        tables.groups("types", figures.types());
        section("curves");
        page.element("p", text("curves_note"));
        new Curves(page, words).of(figures.types());
        section("stages");
        tables.groups("stages", figures.stages());
        section("categories");
        tables.groups("categories", figures.categories());
        section("countries");
        tables.countries(figures.countries());
        section("beside");
        new BesideTable(page, words).of(figures);
        method(publication);
        downloads(publication);
        others(publication, all);
        return end();
    }

    private String sentence(String key) {
        begin("");
        page.element("p", text(key));
        return end();
    }

    private void begin(String path) {
        page.raw("<!doctype html><html lang=\"" + language.code() + "\"><head><meta charset=\"utf-8\"><title>")
                .text(text("title"))
                .raw("</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<meta name=\"description\" content=\"" + Html.escape(text("subtitle")) + "\">")
                .raw("<link rel=\"icon\" href=\"/icon.svg\"><link rel=\"stylesheet\" href=\"/publication.css\">")
                .raw("</head><body><a class=\"skip\" href=\"#content\">")
                .text(text("skip"))
                .raw("</a><header><div>")
                .element("h1", text("title"))
                .raw("<p class=\"soft\">")
                .text(text("subtitle"))
                .raw("</p></div><nav aria-label=\"" + Html.escape(text("languages")) + "\">");
        var other = language.other().code();
        page.raw("<a lang=\"" + other + "\" hreflang=\"" + other + "\" href=\"/" + other + path + "\">")
                .text(text("language"))
                .raw("</a></nav></header><main id=\"content\">");
    }

    private String end() {
        return page.raw("</main><footer class=\"soft\"><p>")
                .text(text("footer"))
                .raw("</p></footer></body></html>")
                .toString();
    }

    private void section(String key) {
        page.raw("<h2 id=\"" + key + "\">").text(text(key)).raw("</h2>");
    }

    private void heading(Publication publication, List<Publication> all) {
        page.raw("<p class=\"stand\"><strong>")
                .text(words.period(publication.period()))
                .raw("</strong> · ")
                .text("%s %s · %s %d"
                        .formatted(
                                text("as_of"),
                                language.date(publication.asOf()),
                                text("version"),
                                publication.version()))
                .raw(" · <a href=\"#downloads\">")
                .text(text("download"))
                .raw("</a></p>");
        publisher(publication.publisher());
        if (publication.purpose() == Purpose.TRIAL) {
            page.raw("<p class=\"replaced\"><strong>").text(text("trial")).raw("</strong></p>");
        }
        all.stream()
                .filter(other -> other.period().equals(publication.period()))
                .filter(other -> other.version() > publication.version())
                .findFirst()
                .ifPresent(
                        newer -> page.raw("<p class=\"replaced\"><a href=\"/" + language.code() + path(newer) + "\">")
                                .text(text("replaced", newer.version()))
                                .raw("</a></p>"));
    }

    private void publisher(@Nullable Publisher publisher) {
        if (publisher != null) {
            page.raw("<p>")
                    .text(text("published_by", publisher.name()))
                    .raw(" · <a href=\"" + Html.escape(publisher.link()) + "\">")
                    .text(publisher.contact())
                    .raw("</a></p>");
        }
    }

    private void total(Publication publication) {
        var total = publication.figures().total();
        section("total");
        page.raw("<dl class=\"figures\">");
        number("detections", language.number(publication.figures().verifiedDetections()), text("detections_note"));
        number("targeted", words.count(total.targeted()), text("targeted_note"));
        number("removed", words.count(total.removed()), "");
        number("open", words.count(total.open()), text("as_of") + " " + language.date(publication.asOf()));
        number("moved", words.count(total.moved()), text("moved_note"));
        number("total_p50", words.percentile(total.observedP50()), estimated(words.percentile(total.estimatedP50())));
        number("total_p90", words.percentile(total.observedP90()), estimated(words.percentile(total.estimatedP90())));
        number(
                "recidivism",
                words.share(total.recidivism()),
                words.interval(total.recidivismLower(), total.recidivismUpper()));
        page.raw("</dl>");
    }

    private String estimated(String value) {
        return text("estimated_short") + " " + value;
    }

    private void number(String key, String value, String note) {
        page.raw("<div>").element("dt", text(key)).element("dd", value);
        if (!note.isEmpty()) {
            page.raw("<dd class=\"note\">").text(note).raw("</dd>");
        }
        page.raw("</div>");
    }

    private void cautions(Publication publication) {
        var publisher = publication.publisher() == null
                ? text("publisher_not_named")
                : publication.publisher().name();
        page.raw("<section class=\"cautions\" aria-labelledby=\"cautions\">");
        section("cautions");
        page.raw("<ol>");
        for (var key : List.of("caution_1", "caution_2", "caution_3")) {
            page.element("li", text(key, publisher));
        }
        page.raw("</ol><p class=\"soft\">").text(text("caution_source")).raw("</p></section>");
    }

    private void apart(Publication publication) {
        for (var apart : publication.figures().apart()) {
            page.raw("<p><strong>")
                    .text(text("apart", apart.name()))
                    .raw("</strong> ")
                    .text(apart.reason())
                    .raw("</p>");
        }
    }

    private void method(Publication publication) {
        section("method");
        page.raw("<dl class=\"method\">");
        for (var key : List.of("unit", "sum", "time", "observed", "estimated", "recidivism", "hidden")) {
            page.element("dt", text("method_" + key + "_name"))
                    .element("dd", text("method_" + key, words.rules().smallestCount(), publication.methodVersion()));
        }
        page.raw("</dl>");
    }

    private void downloads(Publication publication) {
        section("downloads");
        page.raw("<ul>");
        link("/publications" + path(publication) + ".csv", text("download_csv"));
        link("/publications" + path(publication) + ".fr.csv", text("download_csv_fr"));
        link("/publications" + path(publication) + ".json", text("download_json"));
        link("/publications/dictionary." + language.code() + ".csv", text("download_dictionary"));
        page.raw("</ul>");
    }

    private void others(Publication shown, List<Publication> all) {
        if (all.size() < 2) {
            return;
        }
        section("others");
        page.raw("<ul>");
        for (var other : all) {
            if (!other.equals(shown)) {
                link(
                        "/" + language.code() + path(other),
                        "%s, %s %d".formatted(words.period(other.period()), text("version"), other.version()));
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

    private String text(String key, Object... values) {
        return words.text(key, values);
    }
}
