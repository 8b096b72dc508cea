package org.vigie.bench.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.bench.Producers;
import org.vigie.events.Topics;
import org.vigie.events.availability.Watermark;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.End;
import org.vigie.support.events.EventJson;

/**
 * Puts events on their topics, as their owners would, some of them twice and some with an older version behind. Not
 * safe for threads.
 */
final class Events implements AutoCloseable {

    private static final double TWICE = 0.005;
    private static final double STALE = 0.005;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Random random;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final AtomicInteger targetings = new AtomicInteger();
    private final AtomicInteger cases = new AtomicInteger();

    Events(String bootstrapServers, Random random) {
        this.random = random;
        this.producer = Producers.bulk(bootstrapServers);
    }

    void send(TargetingSnapshot targeting) {
        var id = targeting.targetingId();
        var partition = partition(Topics.TARGETINGS, targeting.providerId());
        send(Topics.TARGETINGS, partition, id.toString(), targeting);
        targetings.incrementAndGet();
        var luck = random.nextDouble();
        if (luck < TWICE) {
            send(Topics.TARGETINGS, partition, id.toString(), targeting);
        } else if (luck < TWICE + STALE) {
            send(Topics.TARGETINGS, partition, id.toString(), asItStoodBefore(targeting));
        }
    }

    void send(CaseSnapshot removalCase) {
        var id = removalCase.caseId();
        send(Topics.CASES, partition(Topics.CASES, id), id.toString(), removalCase);
        cases.incrementAndGet();
    }

    void send(ProviderSnapshot provider) {
        var id = provider.providerId();
        send(Topics.PROVIDERS, partition(Topics.PROVIDERS, id), id.toString(), provider);
    }

    void send(Watermark mark) {
        send(Topics.WATERMARKS, 0, Integer.toString(mark.partition()), mark);
    }

    /** Different targetings sent so far. */
    int targetings() {
        return targetings.get();
    }

    /** Different cases sent so far. */
    int cases() {
        return cases.get();
    }

    /** Waits until everything has arrived. */
    void flush() {
        producer.flush();
        var failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("a record did not reach Kafka", failed);
        }
    }

    private int partition(String topic, UUID owner) {
        return Math.floorMod(owner.hashCode(), producer.partitionsFor(topic).size());
    }

    private void send(String topic, int partition, String key, Object snapshot) {
        var id = key.getBytes(StandardCharsets.UTF_8);
        var _ = producer.send(new ProducerRecord<>(topic, partition, id, EventJson.write(snapshot)), (_, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
        });
    }

    private static TargetingSnapshot asItStoodBefore(TargetingSnapshot now) {
        return new TargetingSnapshot(
                now.targetingId(),
                now.version() - 1,
                now.caseId(),
                now.contentId(),
                now.cycle(),
                now.providerId(),
                now.role(),
                now.kind(),
                now.category(),
                now.maturation(),
                now.contentToken(),
                now.handedOverAt(),
                now.deliveredAt(),
                null,
                null,
                null,
                null,
                false,
                0,
                1,
                now.bounces(),
                End.OPEN,
                null,
                null,
                List.of());
    }

    @Override
    public void close() {
        producer.close();
    }
}
