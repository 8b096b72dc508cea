package org.vigie.support.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.vigie.events.DeadLetterHeaders;
import org.vigie.events.Topics;
import org.vigie.support.Refusal;

/**
 * Puts records that cannot be applied aside, byte for byte, with what went wrong and where, and nothing of the data.
 */
public final class DeadLetters {

    private static final String OURS = "org.vigie.";

    private final DeadLetterPublishingRecoverer recoverer;
    private final String group;

    DeadLetters(KafkaOperations<byte[], byte[]> kafka, String group) {
        this.group = group;
        recoverer = new DeadLetterPublishingRecoverer(
                kafka,
                (record, _) -> new TopicPartition(record.topic() + Topics.DEAD_LETTER_SUFFIX, record.partition()));
        recoverer.setFailIfSendResultIsError(true);
        // An exception's text can quote the record.
        recoverer.excludeHeader(HeadersToAdd.EX_MSG, HeadersToAdd.EX_STACKTRACE, HeadersToAdd.EX_CAUSE);
        recoverer.setExceptionHeadersCreator((headers, failure, _, _) -> describe(failure, headers));
    }

    /** Returns once the log has the record. Parking one twice leaves two dead letters. */
    public void park(ConsumerRecord<byte[], byte[]> record, Exception failure) {
        recoverer.accept(record, new ListenerExecutionFailedException("cannot be applied", group, failure));
    }

    DeadLetterPublishingRecoverer recoverer() {
        return recoverer;
    }

    private static void describe(Exception failure, Headers headers) {
        var cause = cause(failure);
        headers.add(header(DeadLetterHeaders.KIND, cause.getClass().getName()));
        headers.add(header(DeadLetterHeaders.PLACE, place(failure)));
        if (cause instanceof UnreadableRecord unreadable) {
            headers.add(header(DeadLetterHeaders.REASON, unreadable.getMessage()));
        }
    }

    private static RecordHeader header(String name, String text) {
        return new RecordHeader(name, text.getBytes(UTF_8));
    }

    /** What said no, or else what failed first. */
    private static Throwable cause(Throwable failure) {
        return causes(failure)
                .filter(Refusal.class::isInstance)
                .findFirst()
                .orElseGet(() -> causes(failure).reduce((_, deeper) -> deeper).orElse(failure));
    }

    /** Where in our code it happened, as class and line. */
    private static String place(Throwable failure) {
        return causes(failure).toList().reversed().stream()
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
                .findFirst()
                .orElse("outside " + OURS + "*");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }
}
