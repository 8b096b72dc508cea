package org.vigie.support.events;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/**
 * The one way from a record to the event that its topic promises: JSON, its key, and every field within what
 * asyncapi.yaml says of it. What was read can be applied.
 */
public final class EventReader {

    private final EventRules rules;

    public EventReader(Clock clock) {
        this.rules = new EventRules(clock);
    }

    /**
     * Reads a record.
     *
     * @param type of the topic's records
     * @throws UnreadableRecord if it is anything else; trying again does not help
     */
    public <T> T read(ConsumerRecord<byte[], byte[]> record, Class<T> type) {
        if (EventTypes.of(record.topic()) != type) {
            throw new IllegalArgumentException(record.topic() + " does not hold a " + type.getSimpleName());
        }
        if (record.value() == null) {
            throw new UnreadableRecord("the record", "has no value: nothing is ever deleted here");
        }
        var event = parsed(record.value(), type);
        check(event);
        if (!EventTypes.isKeyOf(record.topic(), event, text(record.key()))) {
            throw new UnreadableRecord("the record's key", "is not the id that its value names");
        }
        return event;
    }

    /**
     * Checks an event that was read some other way.
     *
     * @throws UnreadableRecord naming the first field that is wrong
     */
    public void check(Object event) {
        rules.check(event);
    }

    private static <T> T parsed(byte[] value, Class<T> type) {
        T event;
        try {
            event = EventJson.MAPPER.readValue(value, type);
        } catch (JacksonException e) {
            // Its text and its cause could quote the record.
            throw new UnreadableRecord(field(e), wrong(e));
        }
        if (event == null) {
            throw new UnreadableRecord("the record", "is no JSON object");
        }
        return event;
    }

    /** Only names that this build knows: what it does not know it passes over. */
    private static String field(JacksonException e) {
        var path = e.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
        return path.isEmpty() ? "the record" : path;
    }

    private static String wrong(JacksonException e) {
        return e instanceof DatabindException ? "is missing or of another type" : "is not JSON, or has a field twice";
    }

    private static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }
}
