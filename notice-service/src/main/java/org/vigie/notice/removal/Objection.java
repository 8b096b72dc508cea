package org.vigie.notice.removal;

import java.time.Instant;
import java.util.UUID;

/**
 * One addressee says that what it was told is wrong; what it says again of the same dispute is no other one.
 *
 * @param contactId to which the notice went that was answered
 * @param noticeId of that notice
 * @param ground one of the {@code DISPUTES_…}
 * @param at when the answer was recorded
 */
public record Objection(Addressee addressee, UUID contactId, UUID noticeId, ReplyOutcome ground, Instant at) {

    static Objection of(Reply reply) {
        return new Objection(
                reply.addressee(), reply.contactId(), reply.noticeId(), reply.outcome(), reply.recordedAt());
    }
}
