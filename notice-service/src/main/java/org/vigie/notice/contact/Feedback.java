package org.vigie.notice.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.reference.RecentIds;

/**
 * What became of the mail sent to one contact, since the beginning.
 *
 * @param lastFailureAt when one was last refused for good, absent if never
 * @param confirmedAt when an operator last recorded that somebody there answered, absent if never
 * @param counted outcomes counted lately
 */
public record Feedback(
        UUID contactId,
        UUID providerId,
        long accepted,
        long refusedPermanently,
        long refusedQuota,
        long refusedPolicy,
        long deferred,
        long complaints,
        int consecutiveFailures,
        @Nullable Instant lastAcceptedAt,
        @Nullable Instant lastFailureAt,
        @Nullable Instant confirmedAt,
        RecentIds counted,
        @Nullable Long version) {

    static Feedback none(UUID contactId, UUID providerId) {
        return new Feedback(contactId, providerId, 0, 0, 0, 0, 0, 0, 0, null, null, null, RecentIds.NONE, null);
    }

    Feedback accepted(UUID noticeId, Instant at) {
        var key = "accepted/" + noticeId;
        return counted.contains(key)
                ? this
                : new Feedback(
                        contactId,
                        providerId,
                        accepted + 1,
                        refusedPermanently,
                        refusedQuota,
                        refusedPolicy,
                        deferred,
                        complaints,
                        0,
                        at,
                        lastFailureAt,
                        confirmedAt,
                        counted.with(key),
                        version);
    }

    /** Refused for good; the status says whether for a full mailbox (X.2.2) or for policy (X.7.x). */
    Feedback refused(UUID noticeId, String status, Instant at) {
        var key = "refused/" + noticeId;
        return counted.contains(key)
                ? this
                : new Feedback(
                        contactId,
                        providerId,
                        accepted,
                        refusedPermanently + 1,
                        refusedQuota + (status.endsWith(".2.2") ? 1 : 0),
                        refusedPolicy + (status.startsWith(".7.", 1) ? 1 : 0),
                        deferred,
                        complaints,
                        consecutiveFailures + 1,
                        lastAcceptedAt,
                        at,
                        confirmedAt,
                        counted.with(key),
                        version);
    }

    Feedback deferred(String attempt) {
        var key = "deferred/" + attempt;
        return counted.contains(key)
                ? this
                : new Feedback(
                        contactId,
                        providerId,
                        accepted,
                        refusedPermanently,
                        refusedQuota,
                        refusedPolicy,
                        deferred + 1,
                        complaints,
                        consecutiveFailures,
                        lastAcceptedAt,
                        lastFailureAt,
                        confirmedAt,
                        counted.with(key),
                        version);
    }

    /** Somebody there marked a notice as spam; counted for each notice. */
    Feedback complained(UUID noticeId) {
        var key = "complained/" + noticeId;
        return counted.contains(key)
                ? this
                : new Feedback(
                        contactId,
                        providerId,
                        accepted,
                        refusedPermanently,
                        refusedQuota,
                        refusedPolicy,
                        deferred,
                        complaints + 1,
                        consecutiveFailures,
                        lastAcceptedAt,
                        lastFailureAt,
                        confirmedAt,
                        counted.with(key),
                        version);
    }

    /** Somebody there answered; an earlier answer than the one known changes nothing. */
    Feedback confirmed(Instant at) {
        return confirmedAt != null && !confirmedAt.isBefore(at)
                ? this
                : new Feedback(
                        contactId,
                        providerId,
                        accepted,
                        refusedPermanently,
                        refusedQuota,
                        refusedPolicy,
                        deferred,
                        complaints,
                        consecutiveFailures,
                        lastAcceptedAt,
                        lastFailureAt,
                        at,
                        counted,
                        version);
    }
}
