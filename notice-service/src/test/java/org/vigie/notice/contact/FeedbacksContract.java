package org.vigie.notice.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.testing.Race;

/** What every {@link Feedbacks} promises, and what is counted in one. */
public interface FeedbacksContract {

    Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    Feedbacks feedbacks();

    @Test
    default void countsEachOutcomeOnce() {
        var contact = UUID.randomUUID();
        var provider = UUID.randomUUID();
        var notice = UUID.randomUUID();
        var record = new RecordFeedback(feedbacks());

        for (int i = 0; i < 2; i++) {
            record.refused(contact, provider, notice, "5.2.2", NOW);
            record.refused(contact, provider, new UUID(0, 7), "5.7.1", NOW);
            record.deferred(contact, provider, notice + "/1");
        }

        assertThat(feedbacks().find(contact)).get().satisfies(feedback -> {
            assertThat(feedback.counts().refusedPermanently()).isEqualTo(2);
            assertThat(feedback.counts().refusedQuota()).isEqualTo(1);
            assertThat(feedback.counts().refusedPolicy()).isEqualTo(1);
            assertThat(feedback.counts().deferred()).isEqualTo(1);
            assertThat(feedback.latest().consecutiveFailures()).isEqualTo(2);
            assertThat(feedback.latest().failureAt()).isEqualTo(NOW);
        });
    }

    @Test
    default void oneThatIsOnlyDeferredWasNeverRefused() {
        var contact = UUID.randomUUID();

        new RecordFeedback(feedbacks()).deferred(contact, new UUID(0, 1), new UUID(0, 2) + "/1");

        assertThat(feedbacks().find(contact)).get().satisfies(feedback -> {
            assertThat(feedback.counts().deferred()).isEqualTo(1);
            assertThat(feedback.latest().failureAt()).isNull();
        });
    }

    @Test
    default void anAcceptedNoticeEndsTheRunOfFailures() {
        var contact = UUID.randomUUID();
        var record = new RecordFeedback(feedbacks());
        record.refused(contact, new UUID(0, 1), new UUID(0, 2), "5.1.1", NOW);

        record.accepted(contact, new UUID(0, 1), new UUID(0, 3), NOW);

        assertThat(feedbacks().find(contact)).get().satisfies(feedback -> {
            assertThat(feedback.counts().accepted()).isEqualTo(1);
            assertThat(feedback.latest().consecutiveFailures()).isZero();
        });
    }

    @Test
    default void refusesToOverwriteANewerVersion() {
        var feedback = Feedback.none(UUID.randomUUID(), UUID.randomUUID());

        assertThat(feedbacks().save(feedback)).isPresent();
        assertThat(feedbacks().save(feedback)).isEmpty();
    }

    @Test
    default void countsEveryOutcomeOfManyAtOnce() {
        var contact = UUID.randomUUID();
        var record = new RecordFeedback(feedbacks());

        Race.of(8, at -> {
            record.accepted(contact, new UUID(0, 1), new UUID(1, at), NOW);
            return Optional.of(at);
        });

        assertThat(feedbacks().find(contact).orElseThrow().counts().accepted()).isEqualTo(8);
    }
}
