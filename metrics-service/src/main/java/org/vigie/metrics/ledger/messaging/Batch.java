package org.vigie.metrics.ledger.messaging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;
import org.vigie.metrics.ledger.Uncountable;
import org.vigie.support.Refusal;
import org.vigie.support.events.DeadLetters;
import org.vigie.support.events.EventReader;

/** Counts what can be read of a batch of records, and parks the others: none of them holds up the rest. */
@Component
final class Batch {

    private final EventReader reader;
    private final DeadLetters deadLetters;

    Batch(EventReader reader, DeadLetters deadLetters) {
        this.reader = reader;
        this.deadLetters = deadLetters;
    }

    /**
     * Hands on what can be read.
     *
     * @param counting counts snapshots and returns those that it cannot count, with what went wrong
     */
    <T> void hand(
            List<ConsumerRecord<byte[], byte[]>> records,
            Class<T> type,
            Function<List<T>, List<Uncountable<T>>> counting) {
        var read = new LinkedHashMap<T, ConsumerRecord<byte[], byte[]>>();
        for (var record : records) {
            try {
                read.putIfAbsent(reader.read(record, type), record);
            } catch (Refusal e) {
                deadLetters.park(record, e);
            }
        }
        for (var left : counting.apply(List.copyOf(read.keySet()))) {
            deadLetters.park(Objects.requireNonNull(read.get(left.snapshot())), left.why());
        }
    }
}
