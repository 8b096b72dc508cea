package org.vigie.bench.rebuild;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.vigie.bench.Producers;
import org.vigie.events.Topics;
import org.vigie.support.events.EventJson;

/** Puts invented targetings on their topic, and their cases and presences on theirs. */
final class Feed implements AutoCloseable {

    static final int PARTITIONS = 12;

    private final KafkaProducer<byte[], byte[]> producer;
    private int cases;

    Feed(String servers) {
        this.producer = Producers.bulk(servers);
    }

    static void createTopics(String servers) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(Topics.TARGETINGS, Topics.CASES, Topics.AVAILABILITY).stream()
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** Sends so many targetings and returns how many cases they are of. */
    int send(int targetings) {
        var lives = new Lives(this::send);
        for (int i = 0; i < targetings; i++) {
            var targeting = lives.next();
            send(Topics.TARGETINGS, targeting.providerId(), targeting.targetingId(), targeting);
        }
        lives.end();
        producer.flush();
        return cases;
    }

    private void send(OpenCase one) {
        cases++;
        send(Topics.CASES, one.id, one.id, one.snapshot());
        send(Topics.AVAILABILITY, one.id, one.id, one.presence());
    }

    private void send(String topic, UUID owner, UUID key, Object snapshot) {
        var partition = Math.floorMod(owner.hashCode(), PARTITIONS);
        var _ = producer.send(new ProducerRecord<>(
                topic, partition, key.toString().getBytes(StandardCharsets.UTF_8), EventJson.write(snapshot)));
    }

    @Override
    public void close() {
        producer.close();
    }
}
