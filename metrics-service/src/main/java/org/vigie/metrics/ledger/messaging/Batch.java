package org.vigie.metrics.ledger.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.converter.ConversionException;
import org.vigie.support.events.EventJson;
import tools.jackson.core.JacksonException;

/**
 * What could be read of a batch of records: everything up to the first one that could not.
 *
 * @param unreadable the record that ends it, absent if all could be read
 */
record Batch<T>(List<T> snapshots, @Nullable ConsumerRecord<byte[], byte[]> unreadable) {

    /** Reads records until one is no snapshot of the type or not whole; a record without a value says nothing. */
    static <T> Batch<T> read(List<ConsumerRecord<byte[], byte[]>> records, Class<T> type, Predicate<T> isWhole) {
        var snapshots = new ArrayList<T>(records.size());
        for (var record : records) {
            if (record.value() == null) {
                continue;
            }
            var snapshot = parsed(record.value(), type);
            if (snapshot == null || !isWhole.test(snapshot)) {
                return new Batch<>(snapshots, record);
            }
            snapshots.add(snapshot);
        }
        return new Batch<>(snapshots, null);
    }

    /**
     * Hands on what could be read.
     *
     * @throws BatchListenerFailedException naming the record that could not be read, which is then parked, while those
     *     behind it come again
     */
    void handTo(Consumer<List<T>> counting) {
        counting.accept(snapshots);
        if (unreadable != null) {
            throw new BatchListenerFailedException(
                    "a record is not the snapshot its topic promises",
                    new ConversionException("unreadable record", unreadable, new IllegalArgumentException()),
                    unreadable);
        }
    }

    private static <T> @Nullable T parsed(byte[] value, Class<T> type) {
        try {
            return EventJson.MAPPER.readValue(value, type);
        } catch (JacksonException | NullPointerException _) {
            return null; // a list that is missing ends in the record's own constructor
        }
    }
}
