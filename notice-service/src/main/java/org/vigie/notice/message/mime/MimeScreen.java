package org.vigie.notice.message.mime;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.vigie.notice.message.DefangedText;
import org.vigie.notice.message.OnScreen;
import org.vigie.notice.message.ScreenReader;

/** Reads a message back from its bytes, so that what is shown is what is sent. */
final class MimeScreen implements ScreenReader {

    private static final Session SESSION = Session.getInstance(new Properties());

    @Override
    public OnScreen read(byte[] message) {
        return read(message, DefangedText::of);
    }

    @Override
    public OnScreen exact(byte[] message) {
        return read(message, UnaryOperator.identity());
    }

    private static OnScreen read(byte[] message, UnaryOperator<String> shown) {
        try {
            var mail = new MimeMessage(SESSION, new ByteArrayInputStream(message));
            return new OnScreen(headers(mail, shown), parts(mail, shown));
        } catch (MessagingException e) {
            throw new IllegalStateException("a notice could not be read back", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<OnScreen.Header> headers(MimeMessage mail, UnaryOperator<String> shown)
            throws MessagingException, IOException {
        var headers = new ArrayList<OnScreen.Header>();
        for (Header header : Collections.list(mail.getAllHeaders())) {
            var value = MimeUtility.decodeText(MimeUtility.unfold(header.getValue()));
            headers.add(new OnScreen.Header(header.getName(), shown.apply(value)));
        }
        return headers;
    }

    private static List<OnScreen.Part> parts(MimeMessage mail, UnaryOperator<String> shown)
            throws MessagingException, IOException {
        var parts = new ArrayList<OnScreen.Part>();
        if (!(mail.getContent() instanceof Multipart body)) {
            return List.of(part(mail, shown));
        }
        for (var i = 0; i < body.getCount(); i++) {
            parts.add(part(body.getBodyPart(i), shown));
        }
        return parts;
    }

    private static OnScreen.Part part(Part part, UnaryOperator<String> shown) throws MessagingException, IOException {
        var name = Objects.requireNonNullElse(part.getFileName(), "");
        var type = part.getContentType().replaceFirst(";.*", "");
        try (var in = part.getInputStream()) {
            return new OnScreen.Part(name, type, shown.apply(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }
}
