package org.vigie.notice.contact;

import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.vigie.support.work.Optimistic;

/** Counts what became of notices, by contact; the same outcome twice counts once. */
@Service
public class RecordFeedback {

    private final Feedbacks feedbacks;

    RecordFeedback(Feedbacks feedbacks) {
        this.feedbacks = feedbacks;
    }

    public void accepted(UUID contactId, UUID providerId, UUID noticeId, Instant at) {
        change(contactId, providerId, feedback -> feedback.accepted(noticeId, at));
    }

    public void refused(UUID contactId, UUID providerId, UUID noticeId, String status, Instant at) {
        change(contactId, providerId, feedback -> feedback.refused(noticeId, status, at));
    }

    /** Not now: counted for each attempt. */
    public void deferred(UUID contactId, UUID providerId, String attempt) {
        change(contactId, providerId, feedback -> feedback.deferred(attempt));
    }

    /** A notice was marked as spam there. */
    public void complained(UUID contactId, UUID providerId, UUID noticeId) {
        change(contactId, providerId, feedback -> feedback.complained(noticeId));
    }

    /** An operator had an answer from there. */
    public void confirmed(UUID contactId, UUID providerId, Instant at) {
        change(contactId, providerId, feedback -> feedback.confirmed(at));
    }

    private void change(UUID contactId, UUID providerId, UnaryOperator<Feedback> move) {
        Optimistic.move(
                () -> feedbacks.find(contactId).orElseGet(() -> Feedback.none(contactId, providerId)),
                move,
                feedbacks::save);
    }
}
