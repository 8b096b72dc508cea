package org.vigie.notice.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether messages are sent, and when the next. */
public sealed interface WebhookState {

    /** As soon as there is something to tell. */
    record Working() implements WebhookState {}

    /**
     * The next message was not taken yet, however often it was tried.
     *
     * @param since the first time in a row
     * @param attempts in a row, at least one
     */
    record Failing(Instant since, int attempts, Instant next) implements WebhookState {

        /** What the Standard Webhooks specification recommends; the last pause goes on. */
        private static final List<Duration> PAUSES = List.of(
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofHours(10),
                Duration.ofHours(14),
                Duration.ofHours(20),
                Duration.ofHours(24));

        private static final Duration LONGEST = Duration.ofDays(3);

        static Failing first(Instant now) {
            return new Failing(now, 1, now.plus(PAUSES.getFirst()));
        }

        /** One more failure: tried again, the last time after three days. */
        WebhookState again(Instant now) {
            var end = since.plus(LONGEST);
            if (!now.isBefore(end)) {
                return new Disabled(now, Cause.FAILURES);
            }
            var next = now.plus(PAUSES.get(Math.min(attempts, PAUSES.size() - 1)));
            return new Failing(since, attempts + 1, next.isAfter(end) ? end : next);
        }
    }

    /** Nothing is sent; what was not sent waits. */
    record Disabled(Instant at, Cause cause) implements WebhookState {}

    /** Why nothing is sent. */
    enum Cause {
        /** The partner said so. */
        ASKED,
        /** For three days no message was taken. */
        FAILURES,
        /** The receiver answered 410 Gone. */
        GONE
    }
}
