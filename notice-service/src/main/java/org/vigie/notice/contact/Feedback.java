package org.vigie.notice.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.reference.RecentIds;

/**
 * What became of the mail sent to one contact, since the beginning.
 *
 * @param counted outcomes counted lately
 */
public record Feedback(
        UUID contactId,
        UUID providerId,
        Counts counts,
        Latest latest,
        RecentIds counted,
        @Nullable Long version) {

    static Feedback none(UUID contactId, UUID providerId) {
        return new Feedback(contactId, providerId, Counts.NONE, new Latest(0, null, null, null), RecentIds.NONE, null);
    }

    Feedback accepted(UUID noticeId, Instant at) {
        return once("accepted/" + noticeId, new Counts(1, 0, 0, 0, 0, 0), latest.accepted(at));
    }

    /** Refused for good; the status says whether for a full mailbox (X.2.2) or for policy (X.7.x). */
    Feedback refused(UUID noticeId, String status, Instant at) {
        var more = new Counts(0, 1, status.endsWith(".2.2") ? 1 : 0, status.startsWith(".7.", 1) ? 1 : 0, 0, 0);
        return once("refused/" + noticeId, more, latest.failed(at));
    }

    Feedback deferred(String attempt) {
        return once("deferred/" + attempt, new Counts(0, 0, 0, 0, 1, 0), latest);
    }

    /** Somebody there marked a notice as spam; counted for each notice. */
    Feedback complained(UUID noticeId) {
        return once("complained/" + noticeId, new Counts(0, 0, 0, 0, 0, 1), latest);
    }

    /** Somebody there answered; an earlier answer than the one known changes nothing. */
    Feedback confirmed(Instant at) {
        var known = latest.confirmedAt();
        return known != null && !known.isBefore(at)
                ? this
                : new Feedback(contactId, providerId, counts, latest.confirmed(at), counted, version);
    }

    private Feedback once(String outcome, Counts more, Latest after) {
        return counted.contains(outcome)
                ? this
                : new Feedback(contactId, providerId, counts.plus(more), after, counted.with(outcome), version);
    }

    /** How many mails, by what became of them; those refused for quota or policy are among those refused for good. */
    public record Counts(
            long accepted,
            long refusedPermanently,
            long refusedQuota,
            long refusedPolicy,
            long deferred,
            long complaints) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        Counts plus(Counts more) {
            return new Counts(
                    accepted + more.accepted,
                    refusedPermanently + more.refusedPermanently,
                    refusedQuota + more.refusedQuota,
                    refusedPolicy + more.refusedPolicy,
                    deferred + more.deferred,
                    complaints + more.complaints);
        }
    }

    /**
     * The last of each kind.
     *
     * @param consecutiveFailures refused for good since the last that was accepted
     * @param failureAt when one was last refused for good, absent if never
     * @param confirmedAt when somebody there last answered, or an operator recorded that they did, absent if never
     */
    public record Latest(
            int consecutiveFailures,
            @Nullable Instant acceptedAt,
            @Nullable Instant failureAt,
            @Nullable Instant confirmedAt) {

        Latest accepted(Instant at) {
            return new Latest(0, at, failureAt, confirmedAt);
        }

        Latest failed(Instant at) {
            return new Latest(consecutiveFailures + 1, acceptedAt, at, confirmedAt);
        }

        Latest confirmed(Instant at) {
            return new Latest(consecutiveFailures, acceptedAt, failureAt, at);
        }
    }
}
