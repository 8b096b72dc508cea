package org.vigie.metrics.ledger.messaging;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
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

    LedgerListener(Bookkeeping bookkeeping) {
        this.bookkeeping = bookkeeping;
    }

    @KafkaListener(topics = Topics.TARGETINGS, batch = "true")
    void targetings(List<ConsumerRecord<byte[], byte[]>> records) {
        Batch.read(records, TargetingSnapshot.class, Whole::targeting).handTo(bookkeeping::targetings);
    }

    @KafkaListener(topics = Topics.CASES, batch = "true")
    void cases(List<ConsumerRecord<byte[], byte[]>> records) {
        Batch.read(records, CaseSnapshot.class, Whole::removalCase).handTo(bookkeeping::cases);
    }

    @KafkaListener(topics = Topics.AVAILABILITY, batch = "true")
    void availability(List<ConsumerRecord<byte[], byte[]>> records) {
        Batch.read(records, AvailabilitySnapshot.class, Whole::availability).handTo(bookkeeping::availability);
    }

    @KafkaListener(topics = Topics.WATERMARKS, batch = "true")
    void watermarks(List<ConsumerRecord<byte[], byte[]>> records) {
        Batch.read(records, Watermark.class, _ -> true).handTo(bookkeeping::watermarks);
    }
}
