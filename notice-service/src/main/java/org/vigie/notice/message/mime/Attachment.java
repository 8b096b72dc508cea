package org.vigie.notice.message.mime;

import org.vigie.notice.message.NoticeReference;

/** A part of the message beside its text; its name is made of constants and the reference. */
record Attachment(String name, String contentType, String text) {

    static Attachment xarf(NoticeReference reference, int index, String json) {
        return new Attachment("%s-xarf-%03d.json".formatted(plain(reference), index), "application/json", json);
    }

    static Attachment table(NoticeReference reference, String csv) {
        return new Attachment(plain(reference) + "-urls.csv", "text/csv", csv);
    }

    private static String plain(NoticeReference reference) {
        return reference.number() + "-" + reference.sequence();
    }
}
