package org.vigie.metrics.publication.web;

import java.util.List;
import java.util.function.UnaryOperator;
import org.vigie.metrics.publication.Figure;
import org.vigie.metrics.publication.Figures.Group;
import org.vigie.metrics.publication.Figures.Named;
import org.vigie.metrics.publication.Publication;
import org.vigie.metrics.publication.Publication.Answer;
import org.vigie.metrics.publication.web.Order.Column;

/**
 * The tables of a publication: providers, which the reader sorts, and groups, which stand as they are. On a narrow
 * screen the style sheet makes a card of each row; roles and labels are spelled out because a table that is not laid
 * out as one may lose them.
 */
final class FigureTables {

    private static final List<Column> COUNTS = List.of(Column.TARGETED, Column.REMOVED, Column.OPEN, Column.MOVED);
    private static final List<Column> OBSERVED = List.of(Column.P50, Column.P90);
    private static final List<Column> ESTIMATED = List.of(Column.KM_P50, Column.KM_P90);
    private static final int COLUMNS = 10;
    private static final String ROW = "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">";

    private final Html page;
    private final Words words;

    FigureTables(Html page, Words words) {
        this.page = page;
        this.words = words;
    }

    /** The named table; its headings are links to {@code address} in another order. */
    void providers(Publication publication, Order order, String address) {
        var figures = publication.figures();
        begin("named", words.text("named_note", words.rules().namedFrom()));
        headings("provider", column -> sortable(column, order, address));
        for (var row : order.sort(figures.named())) {
            page.raw(ROW).text(row.name());
            page.element("small", words.place(row.role().name(), row.country())).raw("</th>");
            cells(row.figure());
            page.raw("</tr>");
            publication.answers().stream()
                    .filter(answer -> answer.providerId().equals(row.providerId()))
                    .forEach(answer -> answer(row, answer));
        }
        end();
    }

    void groups(String key, List<Group> groups) {
        groups(key, groups, words.language()::name);
    }

    void countries(List<Group> groups) {
        groups("countries", groups, words::country);
    }

    private void groups(String key, List<Group> groups, UnaryOperator<String> name) {
        begin(key, words.text("groups_note"));
        headings("group", this::plain);
        for (var group : groups) {
            page.raw(ROW).text(name.apply(group.group())).raw("</th>");
            cells(group.figure());
            page.raw("</tr>");
        }
        end();
    }

    private void begin(String key, String note) {
        page.raw("<p class=\"soft\" id=\"" + key + "-note\">").text(note);
        page.raw(" <a href=\"#cautions\">").text(words.text("cautions_link")).raw("</a></p>");
        page.raw("<p class=\"swipe soft\">").text(words.text("swipe")).raw("</p>");
        page.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"" + key + "\">");
        page.raw("<table role=\"table\" aria-labelledby=\"" + key + "\" aria-describedby=\"" + key + "-note\">");
    }

    private void end() {
        page.raw("</tbody></table></div>");
    }

    private void headings(String first, Heading heading) {
        var sorted = first.equals("provider");
        page.raw("<thead role=\"rowgroup\" "
                + (sorted ? "data-label=\"" + Html.escape(words.text("sort_by")) + "\"" : "class=\"plain\"")
                + "><tr role=\"row\">");
        if (sorted) {
            heading.write(Column.PROVIDER);
        } else {
            page.raw("<th scope=\"col\" role=\"columnheader\" rowspan=\"2\">")
                    .text(words.text(first))
                    .raw("</th>");
        }
        spanning("images", COUNTS);
        spanning("observed", OBSERVED);
        spanning("estimated", ESTIMATED);
        heading.write(Column.RECIDIVISM);
        page.raw("</tr><tr role=\"row\">");
        COUNTS.forEach(heading::write);
        OBSERVED.forEach(heading::write);
        ESTIMATED.forEach(heading::write);
        page.raw("</tr></thead><tbody role=\"rowgroup\">");
    }

    private void spanning(String key, List<Column> columns) {
        page.raw("<th scope=\"colgroup\" role=\"columnheader\" class=\"over\" colspan=\"" + columns.size() + "\">")
                .text(words.text(key))
                .raw("</th>");
    }

    private void plain(Column column) {
        page.raw("<th scope=\"col\" role=\"columnheader\"" + height(column) + ">")
                .text(words.text(column.code()))
                .raw("</th>");
    }

    private void sortable(Column column, Order order, String address) {
        var sorted = column == order.column();
        var state = sorted ? " aria-sort=\"" + (order.ascending() ? "ascending" : "descending") + "\"" : "";
        page.raw("<th scope=\"col\" role=\"columnheader\" class=\"sort-" + column.code() + "\"" + height(column) + state
                        + "><a href=\"" + address + "?sort=" + order.next(column) + "#named\"><span class=\"unseen\">")
                .text(words.text("sort_by"))
                .raw(" </span>")
                .text(words.text(column.code()));
        if (sorted) {
            page.raw("<span class=\"way\" aria-hidden=\"true\">")
                    .text(order.ascending() ? "\u25b2" : "\u25bc")
                    .raw("</span>");
        }
        page.raw("</a></th>");
    }

    private static String height(Column column) {
        return column == Column.PROVIDER || column == Column.RECIDIVISM ? " rowspan=\"2\"" : "";
    }

    private void cells(Figure figure) {
        cell("targeted", words.count(figure.targeted()));
        cell("removed", words.count(figure.removed()));
        cell("open", words.count(figure.open()));
        cell("moved", words.count(figure.moved()));
        cell("card_p50", words.bare(figure.observedP50()));
        cell("card_p90", words.bare(figure.observedP90()));
        cell("card_km_p50", words.bare(figure.estimatedP50()));
        cell("card_km_p90", words.bare(figure.estimatedP90()));
        page.raw(cell("recidivism")).text(words.share(figure.recidivism()));
        var interval = words.interval(figure.recidivismLower(), figure.recidivismUpper());
        if (!interval.isEmpty()) {
            page.element("small", interval);
        }
        page.raw("</td>");
    }

    private void cell(String label, String value) {
        page.raw(cell(label)).text(value).raw("</td>");
    }

    /** Opens a cell that knows what it shows. */
    private String cell(String label) {
        return "<td role=\"cell\" data-label=\"" + Html.escape(words.text(label)) + "\">";
    }

    private void answer(Named row, Answer answer) {
        page.raw("<tr role=\"row\" class=\"answer\"><td role=\"cell\" colspan=\"" + COLUMNS + "\"><p><strong>")
                .text(words.text("answer", row.name()))
                .raw("</strong> ")
                .text(answer.text())
                .raw("</p></td></tr>");
    }

    private interface Heading {
        void write(Column column);
    }
}
