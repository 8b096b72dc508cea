package org.vigie.notice.message.mime;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.message.NamedContent;
import org.vigie.notice.message.NoticeFacts;
import org.vigie.notice.message.NoticeItem;
import org.vigie.notice.message.TrueClassification;
import org.vigie.support.SpreadsheetText;

/** The exact URLs as RFC 4180 CSV; every cell quoted, see {@link SpreadsheetText}. */
final class UrlTable {

    private static final String[] COLUMNS = {
        "notice_reference",
        "url",
        "host",
        "locator",
        "category",
        "maturation",
        "classification",
        "content_kind",
        "contained_verified",
        "contained_apparent",
        "sha256",
        "sha1",
        "md5",
        "first_seen",
        "last_verified",
        "ip_addresses"
    };

    private UrlTable() {}

    static String of(NoticeFacts facts) {
        var out = new StringBuilder();
        try (var printer = new CSVPrinter(
                out,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(COLUMNS)
                        .setQuoteMode(QuoteMode.ALL)
                        .get())) {
            for (var item : facts.items()) {
                for (var content : item.contents()) {
                    printer.printRecord(row(facts, item, content));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static Object[] row(NoticeFacts facts, NoticeItem item, NamedContent content) {
        return new Object[] {
            cell(facts.reference()),
            cell(item.url()),
            cell(item.host()),
            cell(item.locator()),
            cell(content.category()),
            cell(content.maturation()),
            cell(TrueClassification.of(content).orElse(null)),
            cell(content.kind()),
            cell(content.containedVerified()),
            cell(content.containedApparent()),
            cell(content.sha256()),
            cell(content.sha1()),
            cell(content.md5()),
            cell(item.firstSeen()),
            cell(item.lastVerifiedUp()),
            cell(item.leadsTo() == null ? null : String.join(" ", item.leadsTo().addresses()))
        };
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return SpreadsheetText.guarded(SafeLine.of(value.toString()));
    }
}
