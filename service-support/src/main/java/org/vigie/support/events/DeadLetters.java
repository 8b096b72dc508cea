package org.vigie.support.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.vigie.events.DeadLetterHeaders;
import org.vigie.events.Topics;

/**
 * Puts records that cannot be applied aside, byte for byte, with what went wrong and where, and nothing of the data.
 */
public final class DeadLetters {

    private final DeadLetterPublishingRecoverer recoverer;
    private final ParkedRecords parked;
    private final String group;

    DeadLetters(KafkaOperations<byte[], byte[]> kafka, ParkedRecords parked, String group) {
        this.parked = parked;
        this.group = group;
        recoverer = new DeadLetterPublishingRecoverer(
                kafka,
                (record, _) -> new TopicPartition(record.topic() + Topics.DEAD_LETTER_SUFFIX, record.partition()));
        recoverer.setFailIfSendResultIsError(true);
        // An exception's text can quote the record.
        recoverer.excludeHeader(HeadersToAdd.EX_MSG, HeadersToAdd.EX_STACKTRACE, HeadersToAdd.EX_CAUSE);
        recoverer.setExceptionHeadersCreator((headers, failure, _, _) -> describe(FailureCause.of(failure), headers));
    }

    /** Returns once the log has the record. Parking one twice leaves two dead letters. */
    public void park(ConsumerRecord<byte[], byte[]> record, Exception failure) {
        recoverer.accept(record, new ListenerExecutionFailedException("cannot be applied", group, failure));
        parked.add(record, FailureCause.of(failure));
    }

    ConsumerAwareRecordRecoverer recoverer() {
        return (record, consumer, failed) -> {
            var failure = Objects.requireNonNull(failed);
            recoverer.accept(record, consumer, failure);
            parked.add(record, FailureCause.of(failure));
        };
    }

    private static void describe(FailureCause cause, Headers headers) {
        headers.add(header(DeadLetterHeaders.KIND, cause.kind()));
        headers.add(header(DeadLetterHeaders.PLACE, cause.place()));
        Optional.ofNullable(cause.reason()).ifPresent(reason -> headers.add(header(DeadLetterHeaders.REASON, reason)));
    }

    private static RecordHeader header(String name, String text) {
        return new RecordHeader(name, text.getBytes(UTF_8));
    }
}
