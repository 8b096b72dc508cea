package org.vigie.support.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.springframework.kafka.core.KafkaTemplate;
import org.vigie.events.EventHeaders;
import org.vigie.support.outbox.Announcement;
import org.vigie.support.outbox.Publication;

/** Writes snapshots to their topics, with CloudEvents headers (binary mode). */
public final class EventPublisher {

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final String source;
    private final Clock clock;

    EventPublisher(KafkaTemplate<byte[], byte[]> kafka, String service, Clock clock) {
        this.kafka = kafka;
        this.source = "/" + service;
        this.clock = clock;
    }

    /**
     * Publishes and waits until the log has every record.
     *
     * @throws CompletionException if the log did not take one; trying again helps
     */
    public void publish(Publication publication) {
        hand(publication).join();
    }

    /**
     * Hands the records to the log.
     *
     * @return done once the log has every record; fails if it did not take one, and then trying again helps
     */
    public CompletableFuture<Void> hand(Publication publication) {
        return CompletableFuture.allOf(publication.announcements().stream()
                .map(announcement -> kafka.send(toRecord(announcement, publication.version())))
                .toArray(CompletableFuture[]::new));
    }

    private ProducerRecord<byte[], byte[]> toRecord(Announcement announcement, long version) {
        var record = new ProducerRecord<>(
                announcement.topic(),
                partition(announcement),
                announcement.key().getBytes(UTF_8),
                EventJson.write(announcement.snapshot()));
        var headers = record.headers();
        headers.add(EventHeaders.SPEC_VERSION, "1.0".getBytes(UTF_8));
        headers.add(EventHeaders.ID, (announcement.key() + "/" + version).getBytes(UTF_8));
        headers.add(EventHeaders.SOURCE, source.getBytes(UTF_8));
        headers.add(EventHeaders.TYPE, announcement.type().getBytes(UTF_8));
        headers.add(EventHeaders.SUBJECT, announcement.key().getBytes(UTF_8));
        headers.add(EventHeaders.TIME, clock.instant().toString().getBytes(UTF_8));
        headers.add(EventHeaders.CONTENT_TYPE, "application/json".getBytes(UTF_8));
        return record;
    }

    private int partition(Announcement announcement) {
        var known = announcement.partition();
        if (known != null) {
            return known;
        }
        var partitions = kafka.partitionsFor(announcement.topic()).size();
        return Utils.toPositive(Utils.murmur2(announcement.partitionBy().getBytes(UTF_8))) % partitions;
    }
}
