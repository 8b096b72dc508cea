package org.vigie.notice.replypage.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.vigie.notice.replypage.AnsweredNotice;
import org.vigie.notice.replypage.AnsweredNotice.Located;
import org.vigie.support.SpreadsheetText;

/** What is open, one URL a line; every cell quoted, see {@link SpreadsheetText}. */
final class OpenTable {

    private static final CSVFormat FORM = CSVFormat.RFC4180
            .builder()
            .setHeader("reference", "role", "notified_at", "deadline", "url")
            .setQuoteMode(QuoteMode.ALL)
            .get();

    private OpenTable() {}

    static String of(List<AnsweredNotice> open) {
        var text = new StringBuilder();
        try (var table = FORM.print(text)) {
            for (var one : open) {
                for (var place : one.places().stream().filter(Located::isOpen).toList()) {
                    table.printRecord(
                            one.notice().reference(),
                            one.notice().addressee().role(),
                            one.notice().createdAt(),
                            one.deadline(),
                            SpreadsheetText.guarded(place.url()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
