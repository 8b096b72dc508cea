package org.vigie.notice.inbound;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.inbound.Mail.Limit;

/**
 * A message that came, as it is kept: what was read in it, and its text. Its attachments are not kept.
 *
 * @param messageId from the digest of its bytes: the same message again is the same
 * @param noticeId the notice it answers, absent if none is known
 * @param by what named that notice, absent if none is known
 * @param signed whether a DKIM signature proves that the addressee of that notice wrote it
 * @param attachments how many parts were not read
 * @param media whether one of them says that it is an image, a video or a sound
 * @param limit which limit ended the reading, absent if all of it was read
 * @param subject empty without one
 * @param text as far as it was read
 * @param reading what a person read in it instead, absent if nobody did
 */
public record Message(
        UUID messageId,
        Instant receivedAt,
        Instant readAt,
        @Nullable UUID noticeId,
        @Nullable IdentifiedBy by,
        boolean signed,
        Meaning meaning,
        int attachments,
        boolean media,
        @Nullable Limit limit,
        String subject,
        String text,
        @Nullable Reading reading) {

    /** The notice that it answers, as a person says if one did; absent if it answers none of ours. */
    public @Nullable UUID answers() {
        return reading == null ? noticeId : reading.noticeId();
    }

    /** What it is, as a person says if one did. */
    public Meaning is() {
        return reading == null ? meaning : reading.meaning();
    }

    /**
     * Whether a person has to say what it is: it answers none of our notices, and is neither a machine's answer nor a
     * report that nothing would follow from.
     */
    public boolean waits() {
        return reading == null && noticeId == null && !saysNothing();
    }

    private boolean saysNothing() {
        return switch (meaning) {
            case Meaning.AutomaticReply _ -> true;
            case Meaning.DeliveryReport report -> report.fate().changesNothing();
            case Meaning.Complaint _, Meaning.Answer _, Meaning.Unparsed _ -> false;
        };
    }

    /** The same, as a person read it. */
    public Message readAs(Reading instead) {
        return new Message(
                messageId,
                receivedAt,
                readAt,
                noticeId,
                by,
                signed,
                meaning,
                attachments,
                media,
                limit,
                subject,
                text,
                instead);
    }

    /** Leaves what was said out. */
    @Override
    public String toString() {
        return "Message[%s, %s]".formatted(messageId, meaning.getClass().getSimpleName());
    }
}
