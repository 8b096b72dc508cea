package org.vigie.notice.inbound.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.inbound.Fields;
import org.vigie.notice.inbound.Fields.Field;
import org.vigie.notice.inbound.Mail;
import org.vigie.notice.inbound.Mail.Limit;

/** What was read of a message so far. */
final class MailDraft {

    /** More than a person writes, and what a report says of fifty recipients; of each part, and of all together. */
    private static final int MOST_TEXT = 1 << 17;

    private final List<Field> own = new ArrayList<>();
    private final List<Field> ofPart = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String preamble = "";
    private List<Fields> delivery = List.of();
    private Fields feedback = Fields.NONE;
    private Fields disposition = Fields.NONE;
    private Fields returned = Fields.NONE;
    private int headers;
    private int parts;
    private int attachments;
    private boolean media;

    void header() {
        headers++;
        ofPart.clear();
    }

    void field(org.apache.james.mime4j.stream.Field field) {
        var read = HeaderLines.field(field);
        ofPart.add(read);
        if (headers == 1) {
            own.add(read);
        }
    }

    /** All there is of a report whose boundaries were lost on the way. */
    void preamble(InputStream content) throws IOException {
        if (preamble.isEmpty()) {
            preamble = ReadText.of(content.readNBytes(MOST_TEXT), null);
        }
    }

    void body(MimeTokenStream stream) throws IOException, MimeException {
        parts++;
        var descriptor = stream.getBodyDescriptor();
        var type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
        switch (type) {
            case "message/delivery-status", "message/global-delivery-status" ->
                delivery = HeaderLines.groups(content(stream));
            case "message/feedback-report" -> feedback = HeaderLines.one(content(stream));
            case "message/disposition-notification" -> disposition = HeaderLines.one(content(stream));
            case "text/rfc822-headers", "message/rfc822", "message/global-headers", "message/global" ->
                returned = returned.isEmpty() ? HeaderLines.one(content(stream)) : returned;
            case "text/html" -> {}
            default -> textOrAttachment(type, descriptor, stream);
        }
    }

    private void textOrAttachment(String type, BodyDescriptor descriptor, MimeTokenStream stream) throws IOException {
        var name = attachedAs();
        if (type.equals("text/plain") && name == null && text.length() < MOST_TEXT) {
            text.append(text.isEmpty() ? "" : "\n").append(ReadText.of(content(stream), descriptor.getCharset()));
        } else {
            attachments++;
            media |= Media.isSo(type, name == null ? "" : name);
        }
    }

    private static byte[] content(MimeTokenStream stream) throws IOException {
        return stream.getDecodedInputStream().readNBytes(MOST_TEXT);
    }

    /** The name under which the part is attached, empty without one; absent if the part is in line. */
    private @Nullable String attachedAs() {
        var fields = new Fields(ofPart);
        var disposition = fields.first("content-disposition").orElse("");
        var name = Media.name(disposition)
                .or(() -> Media.name(fields.first("content-type").orElse("")));
        var isAttached = disposition.toLowerCase(Locale.ROOT).startsWith("attachment");
        return name.orElse(isAttached ? "" : null);
    }

    Mail done(@Nullable Limit limit) {
        var words = parts == 0 && text.isEmpty() ? preamble : text.toString();
        return new Mail(new Fields(own), words, delivery, feedback, disposition, returned, attachments, media, limit);
    }
}
