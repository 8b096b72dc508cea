package org.vigie.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/** Reads numbers back from the page as a person reads them; words stand for themselves. */
record PageReader(Document page, Locale locale) {

    private static final int SMALLEST = 10;

    static PageReader of(String html, Locale locale) {
        return new PageReader(Jsoup.parse(html), locale);
    }

    /** The cells of the one row of that name. */
    List<String> row(String table, String name) {
        return rowElements(table)
                .filter(row -> name(row).equals(name))
                .map(this::cells)
                .findFirst()
                .orElseThrow();
    }

    List<List<String>> rows(String table) {
        return rowElements(table).map(this::cells).toList();
    }

    List<String> names(String table) {
        return rowElements(table).map(PageReader::name).toList();
    }

    /** One column's numbers from top to bottom, words left out. */
    List<Double> numbers(String table, int column) {
        return rows(table).stream()
                .map(cells -> cells.get(column))
                .filter(cell -> !cell.equals("-"))
                .map(Double::valueOf)
                .toList();
    }

    /** The figures of the whole period, in order. */
    List<String> totals() {
        return page.select(".figures dd:not(.note)").stream()
                .map(value -> plain(value.ownText()))
                .toList();
    }

    static String number(JsonNode value) {
        return value.isMissingNode() ? "-" : String.valueOf(value.longValue());
    }

    /** What the page must show of a row of the interface; a dash stands for what is too few or not reached. */
    static List<String> expected(JsonNode row) {
        var times = row.path("removal_time_report");
        var few = row.path("few").booleanValue();
        return List.of(
                count(row.path("images_targeted")),
                count(row.path("n_removed")),
                count(row.path("n_open")),
                count(row.path("n_moved")),
                days(times.path("observed").path("p50"), few),
                days(times.path("observed").path("p90"), few),
                days(times.path("kaplan_meier").path("p50"), few),
                days(times.path("kaplan_meier").path("p90"), few),
                percent(row.path("recidivism_a")));
    }

    private static String count(JsonNode count) {
        var value = count.longValue();
        return isSmall(value) ? "-" : String.valueOf(value);
    }

    private static boolean isSmall(long count) {
        return count > 0 && count < SMALLEST;
    }

    /** Whether what a row shows is what it must; more may be hidden, so that nothing can be worked out. */
    static boolean agrees(List<? extends String> shown, List<String> expected) {
        return shown.size() == expected.size()
                && IntStream.range(0, shown.size())
                        .allMatch(i -> shown.get(i).equals("-") || shown.get(i).equals(expected.get(i)));
    }

    private static String days(JsonNode percentile, boolean few) {
        return few ? "-" : number(percentile.path("days"));
    }

    private static String percent(JsonNode share) {
        var part = share.path("numerator").longValue();
        var of = share.path("denominator").longValue();
        return of < SMALLEST || isSmall(part) || isSmall(of - part)
                ? "-"
                : BigDecimal.valueOf(100 * part)
                        .divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private Stream<Element> rowElements(String table) {
        var region = Objects.requireNonNull(page.selectFirst("[aria-labelledby=" + table + "]"));
        return region.select("tbody tr:not(.answer)").stream();
    }

    private static String name(Element row) {
        return Objects.requireNonNull(row.selectFirst("th")).ownText();
    }

    private List<String> cells(Element row) {
        return row.select("td").stream().map(cell -> plain(cell.ownText())).toList();
    }

    /** The number a text begins with in its language, as a program writes it; a dash if it begins with a word. */
    private String plain(String text) {
        var number = NumberFormat.getInstance(locale).parse(text, new ParsePosition(0));
        return number == null
                ? "-"
                : new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
}
