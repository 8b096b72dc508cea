package org.vigie.testing;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a consumer could not take: the records of {@code <topic>-dlt}, byte for byte. */
public final class DeadLetters {

    private static final String SUFFIX = "-dlt";

    private DeadLetters() {}

    /**
     * The dead letters of {@code topic} so far, with the headers that say why; none if the topic has no dead letters.
     */
    public static List<ConsumerRecord<byte[], byte[]>> of(String topic) {
        return TopicRecords.of(topic + SUFFIX);
    }
}
