package org.vigie.support.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Tells at the start that the store is empty while Kafka is not: it was lost, or another one is named. Stays unhealthy
 * until the next start: others believe what it published, and what it read is not read again.
 */
final class LostStore implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(LostStore.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MongoOperations mongo;
    private final KafkaAdmin kafka;
    private final String group;
    private final List<StoredTopic> topics;

    private volatile boolean looked;
    private volatile List<String> lost = List.of();

    LostStore(MongoOperations mongo, KafkaAdmin kafka, String group, List<StoredTopic> topics) {
        this.mongo = mongo;
        this.kafka = kafka;
        this.group = group;
        this.topics = List.copyOf(topics);
    }

    @Override
    public void start() {
        var empty = topics.stream()
                .filter(one -> !mongo.exists(new Query(), one.collection()))
                .toList();
        lost = empty.isEmpty() ? List.of() : known(empty);
        looked = true;
        if (!lost.isEmpty()) {
            LOG.atError()
                    .addKeyValue("topics", String.join(", ", lost))
                    .log("store is empty while Kafka is not: restore its back-up, or begin with an empty Kafka, too");
        }
    }

    /** Those of which something was published, or read by this service. */
    private List<String> known(List<StoredTopic> empty) {
        var names = empty.stream().map(StoredTopic::topic).toList();
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            var published = LogEnds.of(admin, names, PATIENCE).entrySet().stream()
                    .filter(end -> end.getValue() > 0)
                    .map(end -> end.getKey().topic())
                    .collect(Collectors.toSet());
            var offsets = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata();
            var read = LogEnds.answer(offsets, PATIENCE).entrySet().stream()
                    .filter(at -> at.getValue() != null && at.getValue().offset() > 0)
                    .map(at -> at.getKey().topic())
                    .collect(Collectors.toSet());
            return empty.stream()
                    .filter(one -> (one.owned() ? published : read).contains(one.topic()))
                    .map(StoredTopic::topic)
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Health health() {
        return lost.isEmpty()
                ? Health.up().build()
                : Health.down()
                        .withDetails(Map.of("store", "is empty", "topics_with_records", lost))
                        .build();
    }

    @Override
    public void stop() {
        looked = false;
    }

    @Override
    public boolean isRunning() {
        return looked;
    }

    /** After the keysets and the indexes, before listeners and queues. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }
}
