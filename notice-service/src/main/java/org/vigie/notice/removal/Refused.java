package org.vigie.notice.removal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.removal.CaseEvent.What;

/**
 * A contact that refused a notice for good, or that no notice can be written to: it is not written to again in this
 * cycle.
 *
 * @param unwritable true if no notice to it can be written; absent in what was stored before that was noted
 */
public record Refused(
        int cycle,
        Addressee addressee,
        UUID contactId,
        UUID noticeId,
        @Nullable Boolean unwritable) {

    public static Refused byContact(int cycle, Addressee addressee, UUID contactId, UUID noticeId) {
        return new Refused(cycle, addressee, contactId, noticeId, false);
    }

    /** No notice to the contact can be written. */
    public static Refused unwritable(int cycle, Addressee addressee, UUID contactId, UUID noticeId) {
        return new Refused(cycle, addressee, contactId, noticeId, true);
    }

    CaseEvent event(What what, String status, Instant at) {
        return CaseEvent.of(at, what).because(status).to(addressee);
    }
}
