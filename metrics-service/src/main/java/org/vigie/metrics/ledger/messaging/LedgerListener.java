package org.vigie.metrics.ledger.messaging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.Watermark;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.metrics.ledger.Bookkeeping;

/** Hands on, batch by batch, what the other services say of cases, their presence and their targetings. */
@Component
class LedgerListener {

    private final Bookkeeping bookkeeping;
    private final Batch batch;
    private final KafkaTemplate<byte[], byte[]> kafka;

    LedgerListener(Bookkeeping bookkeeping, Batch batch, KafkaTemplate<byte[], byte[]> kafka) {
        this.bookkeeping = bookkeeping;
        this.batch = batch;
        this.kafka = kafka;
    }

    /** All through one consumer: each asks and commits for itself. */
    @KafkaListener(
            topics = {Topics.TARGETINGS, Topics.CASES, Topics.AVAILABILITY, Topics.WATERMARKS},
            batch = "true")
    void on(List<ConsumerRecord<byte[], byte[]>> records) {
        records.stream()
                .collect(Collectors.groupingBy(ConsumerRecord::topic, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::hand);
    }

    private void hand(String topic, List<ConsumerRecord<byte[], byte[]>> records) {
        switch (topic) {
            case Topics.TARGETINGS -> batch.hand(records, TargetingSnapshot.class, bookkeeping::targetings);
            case Topics.CASES -> batch.hand(records, CaseSnapshot.class, bookkeeping::cases);
            case Topics.AVAILABILITY -> batch.hand(records, AvailabilitySnapshot.class, bookkeeping::availability);
            default -> batch.hand(records, Watermark.class, marks -> bookkeeping.watermarks(marks, partitions()));
        }
    }

    private int partitions() {
        return kafka.partitionsFor(Topics.LOCATIONS).size();
    }
}
