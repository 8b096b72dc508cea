package org.vigie.sandbox.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds in a mail's bytes what the world goes by. */
final class MailReader {

    /** The pages of the world lie in one directory of their hosts, under a name of twelve hex digits. */
    private static final Pattern PAGE = Pattern.compile("/view/([0-9a-f]{12})");

    private static final Session SESSION = Session.getInstance(new Properties());

    private MailReader() {}

    /**
     * Reads a mail.
     *
     * @throws IOException if the bytes are not a mail
     */
    static Mail read(Instant receivedAt, byte[] bytes) throws IOException {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
            var text = new StringBuilder();
            collect(message, text);
            var labels = new TreeSet<String>();
            var page = PAGE.matcher(text);
            while (page.find()) {
                labels.add(page.group(1));
            }
            return new Mail(
                    receivedAt,
                    message.getMessageID(),
                    message.getHeader("X-Notice-Ref", null),
                    message.getSubject(),
                    labels);
        } catch (MessagingException e) {
            throw new IOException("not a mail", e);
        }
    }

    private static void collect(Part part, StringBuilder text) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), text);
            }
        } else if (part.isMimeType("message/*") && part.getContent() instanceof Part inner) {
            collect(inner, text);
        } else {
            text.append(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .append('\n');
        }
    }
}
