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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds in a mail's bytes what the world goes by. */
final class MailReader {

    /** The pages of the world lie in one directory of their hosts, under a name of twelve hex digits. */
    private static final Pattern PAGE = Pattern.compile("/view/([0-9a-f]{12})");

    /** The token of the notice's own page; the same in its text and in its reports. */
    private static final Pattern LINK = Pattern.compile("/replies/([0-9A-Za-z_-]{55})");

    private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{4}) ([0-9]{4})\\r?$");

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
            var reference = message.getHeader("X-Notice-Ref", null);
            return new Mail(
                    receivedAt,
                    message.getMessageID(),
                    reference,
                    message.getSubject(),
                    address(message.getHeader("Return-Path")),
                    address(message.getHeader("Reply-To")),
                    first(LINK, text),
                    reference == null ? first(CODE, text) : null,
                    labels);
        } catch (MessagingException e) {
            throw new IOException("not a mail", e);
        }
    }

    /** Without its brackets and whatever stands before them, empty without one. */
    private static String address(String @Nullable [] headers) {
        var written = headers == null || headers.length == 0 ? "" : headers[0];
        return written.substring(written.indexOf('<') + 1).replace(">", "").strip();
    }

    /** All that the pattern's groups hold, in one; absent if it is not there. */
    private static @Nullable String first(Pattern pattern, CharSequence text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .map(found -> IntStream.rangeClosed(1, found.groupCount())
                        .mapToObj(found::group)
                        .collect(Collectors.joining()))
                .orElse(null);
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
