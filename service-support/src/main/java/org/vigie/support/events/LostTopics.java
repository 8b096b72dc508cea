package org.vigie.support.events;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.kafka.core.KafkaAdmin;
import org.vigie.support.outbox.MongoOutbox;

/**
 * Has everything published again, at the start, whose topic is empty: Kafka was lost, and with it what others had not
 * read yet. Who has read it knows the versions and does nothing.
 */
final class LostTopics implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LostTopics.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MongoOperations mongo;
    private final KafkaAdmin kafka;
    private final List<StoredTopic> topics;

    private volatile boolean looked;

    LostTopics(MongoOperations mongo, KafkaAdmin kafka, List<StoredTopic> topics) {
        this.mongo = mongo;
        this.kafka = kafka;
        this.topics = topics.stream().filter(StoredTopic::owned).toList();
    }

    @Override
    public void start() {
        var published = topics.stream()
                .filter(one -> mongo.exists(published(), one.collection()))
                .toList();
        if (!published.isEmpty()) {
            empty(published).forEach(this::publishAgain);
        }
        looked = true;
    }

    private static Query published() {
        return query(where(MongoOutbox.UNPUBLISHED).is(false));
    }

    private List<StoredTopic> empty(List<StoredTopic> published) {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            var names = published.stream().map(StoredTopic::topic).toList();
            var written = LogEnds.of(admin, names, PATIENCE).entrySet().stream()
                    .filter(end -> end.getValue() > 0)
                    .map(end -> end.getKey().topic())
                    .collect(Collectors.toSet());
            return published.stream()
                    .filter(one -> !written.contains(one.topic()))
                    .toList();
        } catch (IllegalStateException _) {
            LOG.warn("Kafka does not answer yet; whether it has lost records is seen at the next start");
            return List.of();
        }
    }

    private void publishAgain(StoredTopic stored) {
        var again = mongo.updateMulti(published(), Update.update(MongoOutbox.UNPUBLISHED, true), stored.collection());
        LOG.atWarn()
                .addKeyValue("topic", stored.topic())
                .addKeyValue("aggregates", again.getModifiedCount())
                .log("Kafka has nothing of the topic: published again");
    }

    @Override
    public void stop() {
        looked = false;
    }

    @Override
    public boolean isRunning() {
        return looked;
    }

    /** Beside what finds a lost store, before listeners and queues. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }
}
