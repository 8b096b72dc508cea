package org.vigie.metrics.publication.messaging;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import org.vigie.metrics.publication.CountedOffsets;

/** What this service has committed: the store had acknowledged everything before it. */
@Component
class CommittedOffsets implements CountedOffsets {

    private static final long PATIENCE_S = 20;

    private final KafkaAdmin kafka;
    private final String group;

    CommittedOffsets(KafkaAdmin kafka, Environment environment) {
        this.kafka = kafka;
        this.group = environment.getRequiredProperty("spring.kafka.consumer.group-id");
    }

    @Override
    public Map<String, Long> now() {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            var offsets = new TreeMap<String, Long>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_S, TimeUnit.SECONDS)
                    .forEach((partition, next) ->
                            offsets.put(partition.topic() + "/" + partition.partition(), next.offset()));
            return offsets;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not say what was read", e);
        }
    }
}
