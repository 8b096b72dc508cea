package org.vigie.support.events;

import java.lang.reflect.Type;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.converter.MessagingMessageConverter;

/** Hands listeners the event of a record; the record itself keeps its bytes on the way to the dead-letter topic. */
final class EventConverter extends MessagingMessageConverter {

    private final EventReader reader;

    EventConverter(EventReader reader) {
        this.reader = reader;
    }

    @Override
    @SuppressWarnings("unchecked") // every consumer reads bytes
    protected Object extractAndConvertValue(ConsumerRecord<?, ?> record, @Nullable Type type) {
        return type instanceof Class<?> event && event.isRecord()
                ? reader.read((ConsumerRecord<byte[], byte[]>) record, event)
                : super.extractAndConvertValue(record, type);
    }
}
