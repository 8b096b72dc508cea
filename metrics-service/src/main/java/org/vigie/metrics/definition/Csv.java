package org.vigie.metrics.definition;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.support.SpreadsheetText;

/** Comma-separated values by RFC 4180; what a spreadsheet would run as a formula is written as text. */
public final class Csv {

    private static final Pattern QUOTED = Pattern.compile("[\",;|\\t\\r\\n]");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final StringBuilder text = new StringBuilder();
    private final String separator;
    private final boolean decimalComma;

    public Csv() {
        this(",", false);
    }

    private Csv(String separator, boolean decimalComma) {
        this.separator = separator;
        this.decimalComma = decimalComma;
    }

    /** With semicolons, decimal commas and a byte order mark, as a spreadsheet set to French reads without asking. */
    public static Csv forFrenchSpreadsheets() {
        var csv = new Csv(";", true);
        csv.text.append(BYTE_ORDER_MARK);
        return csv;
    }

    /** One record, absent values empty. */
    public Csv line(List<@Nullable Object> values) {
        boolean quoteAll = values.stream()
                .anyMatch(value -> value instanceof String text && SpreadsheetText.holdsFormulaBehindSeparator(text));
        text.append(values.stream().map(value -> field(value, quoteAll)).collect(Collectors.joining(separator)))
                .append("\r\n");
        return this;
    }

    private String field(@Nullable Object value, boolean quoteAll) {
        var plain = Objects.toString(value, "");
        var written = decimalComma && value instanceof Double ? plain.replace('.', ',') : plain;
        var safe = value instanceof String ? SpreadsheetText.guarded(written) : written;
        return quoteAll || (!(value instanceof Double) && QUOTED.matcher(safe).find())
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
