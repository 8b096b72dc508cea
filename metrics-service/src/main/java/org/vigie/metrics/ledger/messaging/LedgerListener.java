package org.vigie.metrics.ledger.messaging;

import java.util.ArrayList;
import java.util.List;
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
import org.vigie.metrics.ledger.Uncountable;

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

    @KafkaListener(topics = Topics.TARGETINGS, batch = "true")
    void targetings(List<ConsumerRecord<byte[], byte[]>> records) {
        batch.hand(records, TargetingSnapshot.class, bookkeeping::targetings);
    }

    @KafkaListener(topics = Topics.CASES, batch = "true")
    void cases(List<ConsumerRecord<byte[], byte[]>> records) {
        batch.hand(records, CaseSnapshot.class, bookkeeping::cases);
    }

    @KafkaListener(topics = Topics.AVAILABILITY, batch = "true")
    void availability(List<ConsumerRecord<byte[], byte[]>> records) {
        batch.hand(records, AvailabilitySnapshot.class, bookkeeping::availability);
    }

    @KafkaListener(topics = Topics.WATERMARKS, batch = "true")
    void watermarks(List<ConsumerRecord<byte[], byte[]>> records) {
        batch.hand(records, Watermark.class, this::count);
    }

    private List<Uncountable<Watermark>> count(List<Watermark> marks) {
        var partitions = kafka.partitionsFor(Topics.LOCATIONS).size();
        var counted = new ArrayList<Watermark>(marks.size());
        var left = new ArrayList<Uncountable<Watermark>>();
        for (var mark : marks) {
            if (mark.partition() < partitions) {
                counted.add(mark);
            } else {
                left.add(new Uncountable<>(mark, new NoSuchPartition()));
            }
        }
        bookkeeping.watermarks(counted);
        bookkeeping.partitions(partitions);
        return left;
    }
}
