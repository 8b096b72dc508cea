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
 * @param attachments how many parts were not read
 * @param media whether one of them says that it is an image, a video or a sound
 * @param limit which limit ended the reading, absent if all of it was read
 * @param subject empty without one
 * @param text as far as it was read
 */
public record Message(
        UUID messageId,
        Instant receivedAt,
        Instant readAt,
        @Nullable UUID noticeId,
        @Nullable IdentifiedBy by,
        Meaning meaning,
        int attachments,
        boolean media,
        @Nullable Limit limit,
        String subject,
        String text) {

    /** Leaves what was said out. */
    @Override
    public String toString() {
        return "Message[%s, %s]".formatted(messageId, meaning.getClass().getSimpleName());
    }
}
