package org.vigie.notice.inbound;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as far as it is read: text and reports, never an attachment.
 *
 * @param headers its own
 * @param text its plain text, with line feeds, as far as the limits go; what is quoted or returned as text is part of
 *     it
 * @param delivery the groups of a delivery report (RFC 3464): the message's own, then one for each recipient
 * @param feedback the fields of a complaint (RFC 5965), empty without one
 * @param disposition the fields of a disposition notification (RFC 8098), empty without one
 * @param returned the header of the message that is returned, empty without one
 * @param attachments parts that were counted and not read
 * @param media whether one of them says that it is an image, a video or a sound
 * @param limit which limit ended the reading; what was read until then is here; absent if all of it was read
 */
public record Mail(
        Fields headers,
        String text,
        List<Fields> delivery,
        Fields feedback,
        Fields disposition,
        Fields returned,
        int attachments,
        boolean media,
        @Nullable Limit limit) {

    public Mail {
        delivery = List.copyOf(delivery);
    }

    /** What a message may not exceed. */
    public enum Limit {
        SIZE,
        HEADERS,
        LINES,
        PARTS,
        DEPTH,
        /** It is no mail that can be read. */
        FORM
    }

    /** Leaves what was said out. */
    @Override
    public String toString() {
        return "Mail[%d characters, %d attachments]".formatted(text.length(), attachments);
    }
}
