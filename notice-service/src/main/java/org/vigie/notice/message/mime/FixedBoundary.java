package org.vigie.notice.message.mime;

import jakarta.mail.internet.MimeMultipart;

/** A multipart/mixed body whose boundary is given. */
final class FixedBoundary extends MimeMultipart {

    FixedBoundary(String boundary) {
        super("mixed");
        contentType = "multipart/mixed; boundary=\"%s\"".formatted(boundary);
    }
}
