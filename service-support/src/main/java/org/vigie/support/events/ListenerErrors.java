package org.vigie.support.events;

import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What a listener's failure leads to: a store or log that is not there, or a store whose error has no class of its own,
 * is waited for without end; another refusal of the store is tried a few times; anything else cannot succeed and goes
 * to the dead-letter topic at once, byte for byte.
 */
final class ListenerErrors {

    private static final BackOff NOT_AGAIN = new FixedBackOff(0, 0);

    private ListenerErrors() {}

    static DefaultErrorHandler handler(DeadLetters deadLetters, EventsProperties properties) {
        // A handler that begins without tries never asks the function.
        var handler = new DefaultErrorHandler(deadLetters.recoverer(), tries(properties));
        // The rest of what was read goes on; reading the topic anew after each poison record would hold it for minutes.
        handler.setSeekAfterError(false);
        handler.setBackOffFunction((_, failure) -> backOff(failure, properties));
        return handler;
    }

    private static BackOff backOff(Throwable failure, EventsProperties properties) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (isNotNow(cause)) {
                return endless(properties);
            }
            if (cause instanceof DataAccessException) {
                return tries(properties);
            }
        }
        return NOT_AGAIN;
    }

    private static boolean isNotNow(Throwable cause) {
        return cause instanceof TransientDataAccessException
                || cause instanceof NonTransientDataAccessResourceException
                || cause instanceof UncategorizedMongoDbException
                || cause instanceof OptimisticLockingFailureException
                || cause instanceof RetriableException;
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
}
