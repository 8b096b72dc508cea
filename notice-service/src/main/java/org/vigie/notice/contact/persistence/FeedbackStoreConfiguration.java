package org.vigie.notice.contact.persistence;

import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.vigie.events.Topics;
import org.vigie.support.events.StoredTopic;
import org.vigie.support.outbox.Announcement;
import org.vigie.support.outbox.MongoOutbox;
import org.vigie.support.outbox.Publication;
import org.vigie.support.store.StoreIndex;

/** What contacts' records publish. */
@Configuration(proxyBeanMethods = false)
class FeedbackStoreConfiguration {

    @Bean
    StoredTopic feedbackTopic(MongoOperations mongo) {
        return StoredTopic.published(mongo.getCollectionName(FeedbackDocument.class), Topics.CONTACT_FEEDBACK);
    }

    @Bean
    MongoOutbox<FeedbackDocument> feedbackOutbox(MongoOperations mongo) {
        return new MongoOutbox<>(
                mongo, FeedbackDocument.class, FeedbackDocument::id, FeedbackStoreConfiguration::publication);
    }

    @Bean
    StoreIndex feedbackBehind() {
        return MongoOutbox.index(FeedbackDocument.class);
    }

    private static Publication publication(FeedbackDocument document) {
        long version = Objects.requireNonNull(document.version());
        return Publication.of(
                version,
                Announcement.of(
                        Topics.CONTACT_FEEDBACK,
                        document.id(),
                        "org.vigie.contact.feedback.v1",
                        document.toSnapshot(version)));
    }
}
