package org.vigie.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.support.KafkaHeaders;
import org.vigie.events.DeadLetterHeaders;
import org.vigie.events.Topics;

/** A record of a dead-letter topic. It says what went wrong with it and nothing of what is in it. */
record DeadLetter(ConsumerRecord<byte[], byte[]> record) {

    String topic() {
        var name = record.topic();
        return name.substring(0, name.length() - Topics.DEAD_LETTER_SUFFIX.length());
    }

    int partition() {
        var header = record.headers().lastHeader(KafkaHeaders.DLT_ORIGINAL_PARTITION);
        return header == null
                ? record.partition()
                : ByteBuffer.wrap(header.value()).getInt();
    }

    long offset() {
        var header = record.headers().lastHeader(KafkaHeaders.DLT_ORIGINAL_OFFSET);
        return header == null ? -1 : ByteBuffer.wrap(header.value()).getLong();
    }

    /** The place in the topic: several readers may have put aside the same record. */
    String place() {
        return topic() + " " + partition() + "/" + offset();
    }

    TopicPartition from() {
        return new TopicPartition(topic(), partition());
    }

    String kind() {
        var name = text(DeadLetterHeaders.KIND);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    String line() {
        var why = text(DeadLetterHeaders.REASON);
        return "%-20s %5d %10d  %s  %-22s %-26s %s%s"
                .formatted(
                        topic(),
                        partition(),
                        offset(),
                        Instant.ofEpochMilli(record.timestamp()).truncatedTo(ChronoUnit.SECONDS),
                        text(KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP),
                        kind(),
                        text(DeadLetterHeaders.PLACE),
                        why.equals("-") ? "" : " (" + why + ")");
    }

    /** The record as it was, without what was added when it was put aside. */
    ProducerRecord<byte[], byte[]> original() {
        var original = new ProducerRecord<>(topic(), partition(), record.key(), record.value());
        record.headers().forEach(header -> {
            if (!header.key().startsWith("kafka_dlt-") && !header.key().startsWith("vigie_dlt-")) {
                original.headers().add(header);
            }
        });
        return original;
    }

    private String text(String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "-" : new String(header.value(), UTF_8);
    }
}
