package org.vigie.notice.contact.persistence;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.contact.Feedback;
import org.vigie.notice.contact.Feedbacks;
import org.vigie.support.outbox.MongoOutbox;
import org.vigie.support.outbox.Relay;
import org.vigie.support.work.Optimistic;

/** Keeps contacts' records in the {@code contact_feedback} collection. */
@Repository
class MongoFeedbacks implements Feedbacks {

    private final MongoOperations mongo;
    private final MongoOutbox<FeedbackDocument> outbox;
    private final Relay relay;

    MongoFeedbacks(MongoOperations mongo, MongoOutbox<FeedbackDocument> outbox, Relay relay) {
        this.mongo = mongo;
        this.outbox = outbox;
        this.relay = relay;
    }

    @Override
    public Optional<Feedback> find(UUID contactId) {
        return Optional.ofNullable(mongo.findById(contactId.toString(), FeedbackDocument.class))
                .map(FeedbackDocument::toDomain);
    }

    @Override
    public Optional<Feedback> save(Feedback feedback) {
        return Optimistic.write(() -> {
            var saved = mongo.save(FeedbackDocument.of(feedback));
            outbox.stored(saved, Objects.requireNonNull(saved.version()));
            relay.stored(outbox.name(), saved.id());
            return saved.toDomain();
        });
    }
}
