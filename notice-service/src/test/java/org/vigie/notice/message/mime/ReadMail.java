package org.vigie.notice.message.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/** A message as mime4j, which did not write it, understands it. */
record ReadMail(Message message) {

    static ReadMail of(byte[] bytes) {
        try {
            var builder = new DefaultMessageBuilder();
            builder.setMimeEntityConfig(MimeConfig.STRICT);
            return new ReadMail(builder.parseMessage(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> headers() {
        return message.getHeader().getFields().stream().map(Field::getName).toList();
    }

    List<Entity> parts() {
        return message.getBody() instanceof Multipart body ? body.getBodyParts() : List.of(message);
    }

    String boundary() {
        return ((ContentTypeField) message.getHeader().getField("Content-Type")).getBoundary();
    }

    String text() {
        return text(parts().getFirst());
    }

    /** Parts of this type as text. */
    List<String> ofType(String type) {
        return parts().stream()
                .filter(part -> part.getMimeType().equals(type))
                .map(ReadMail::text)
                .toList();
    }

    private static String text(Entity part) {
        try (var in = ((SingleBody) part.getBody()).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
