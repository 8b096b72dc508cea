package org.vigie.notice.removal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.message.NoticeKind;

/**
 * A notice that a case wants sent and that has not been settled.
 *
 * @param itemId the same for the same wish, whenever it is made
 * @param verifiable whether our own look stands behind it
 * @param at when it was asked for; of a reminder, when it falls due, which may be later
 * @param noticeId the notice that took it, absent while it is gathered
 * @param earlier references of notices about the same content that the addressee had for other cases, absent before
 *     that was looked at
 */
public record PendingNotice(
        UUID itemId,
        NoticeKind kind,
        Addressee addressee,
        UUID contactId,
        boolean verifiable,
        Instant at,
        @Nullable UUID noticeId,
        @Nullable List<String> earlier) {

    public PendingNotice {
        earlier = earlier == null ? null : List.copyOf(earlier);
    }

    PendingNotice takenBy(UUID notice) {
        return new PendingNotice(itemId, kind, addressee, contactId, verifiable, at, notice, earlier);
    }

    PendingNotice repeating(List<String> references) {
        return new PendingNotice(itemId, kind, addressee, contactId, verifiable, at, noticeId, references);
    }
}
