package org.vigie.notice.contact.persistence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.removal.ContactFeedbackSnapshot;
import org.vigie.notice.contact.Feedback;
import org.vigie.notice.reference.RecentIds;

/** A contact's record as it is stored, its own outbox; complaints are absent in those of before they were read. */
@Document("contact_feedback")
record FeedbackDocument(
        @Id String id,
        @Version @Nullable Long version,
        boolean unpublished,
        UUID providerId,
        long accepted,
        long refusedPermanently,
        long refusedQuota,
        long refusedPolicy,
        long deferred,
        @Nullable Long complaints,
        int consecutiveFailures,
        @Nullable Instant lastAcceptedAt,
        @Nullable Instant lastFailureAt,
        @Nullable Instant confirmedAt,
        RecentIds counted) {

    static FeedbackDocument of(Feedback feedback) {
        var counts = feedback.counts();
        var latest = feedback.latest();
        return new FeedbackDocument(
                feedback.contactId().toString(),
                feedback.version(),
                true,
                feedback.providerId(),
                counts.accepted(),
                counts.refusedPermanently(),
                counts.refusedQuota(),
                counts.refusedPolicy(),
                counts.deferred(),
                counts.complaints(),
                latest.consecutiveFailures(),
                latest.acceptedAt(),
                latest.failureAt(),
                latest.confirmedAt(),
                feedback.counted());
    }

    Feedback toDomain() {
        var counts = new Feedback.Counts(
                accepted, refusedPermanently, refusedQuota, refusedPolicy, deferred, counted(complaints));
        var latest = new Feedback.Latest(consecutiveFailures, lastAcceptedAt, lastFailureAt, confirmedAt);
        return new Feedback(UUID.fromString(id), providerId, counts, latest, counted, version);
    }

    private static long counted(@Nullable Long complaints) {
        return complaints == null ? 0 : complaints;
    }

    ContactFeedbackSnapshot toSnapshot(long stored) {
        return new ContactFeedbackSnapshot(
                UUID.fromString(id),
                stored,
                providerId,
                accepted,
                refusedPermanently,
                refusedQuota,
                refusedPolicy,
                deferred,
                counted(complaints),
                consecutiveFailures,
                lastAcceptedAt == null ? null : lastAcceptedAt.toEpochMilli(),
                lastFailureAt == null ? null : lastFailureAt.toEpochMilli(),
                confirmedAt == null ? null : confirmedAt.toEpochMilli());
    }
}
