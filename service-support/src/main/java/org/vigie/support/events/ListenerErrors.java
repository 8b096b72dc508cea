package org.vigie.support.events;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.converter.ConversionException;
import org.springframework.util.backoff.ExponentialBackOff;
import org.vigie.events.Topics;
import org.vigie.support.Refusal;

/**
 * What a listener's failure leads to: a refusal or an unreadable record goes to the dead-letter topic at once, byte for
 * byte; a store or log that is not there is waited for without end; anything else is tried a few times and then parked.
 */
final class ListenerErrors {

    private ListenerErrors() {}

    static DefaultErrorHandler handler(KafkaOperations<byte[], byte[]> kafka, EventsProperties properties) {
        var handler = new DefaultErrorHandler(deadLetters(kafka), tries(properties));
        handler.setBackOffFunction((_, failure) -> isNotNow(failure) ? endless(properties) : null);
        handler.addNotRetryableExceptions(Refusal.class, ConversionException.class);
        return handler;
    }

    private static DeadLetterPublishingRecoverer deadLetters(KafkaOperations<byte[], byte[]> kafka) {
        var recoverer = new DeadLetterPublishingRecoverer(
                kafka, (record, _) -> new TopicPartition(record.topic() + Topics.DEAD_LETTER_SUFFIX, -1));
        recoverer.setFailIfSendResultIsError(true);
        // An exception's text can quote the record.
        recoverer.excludeHeader(HeadersToAdd.EX_MSG, HeadersToAdd.EX_STACKTRACE, HeadersToAdd.EX_CAUSE);
        return recoverer;
    }

    private static ExponentialBackOff tries(EventsProperties properties) {
        var backOff = endless(properties);
        backOff.setMaxAttempts(properties.tries() - 1);
        return backOff;
    }

    private static ExponentialBackOff endless(EventsProperties properties) {
        var backOff = new ExponentialBackOff(properties.firstRetryAfter().toMillis(), 2.0);
        backOff.setMaxInterval(properties.longestPause().toMillis());
        return backOff;
    }

    private static boolean isNotNow(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof NonTransientDataAccessResourceException
                    || cause instanceof UncategorizedMongoDbException
                    || cause instanceof OptimisticLockingFailureException
                    || cause instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }
}
