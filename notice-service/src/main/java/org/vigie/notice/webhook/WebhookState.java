package org.vigie.notice.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether messages are sent, and when the next. */
public sealed interface WebhookState {

    /** As soon as there is something to tell. */
    record Working() implements WebhookState {}

    /**
     * Nothing was taken since a message was not. While these were the messages of one report, those of others are still
     * sent as they come; once they were of two, the receiver is down, and one message at a time is sent to learn
     * whether it is back.
     *
     * @param since the first time in a row
     * @param attempts in a row, at least one
     * @param next when the next one is sent if it is down
     * @param alone the one report whose messages were not taken, absent if they were of several
     */
    record Failing(
            Instant since,
            int attempts,
            Instant next,
            @Nullable UUID alone) implements WebhookState {

        static Failing first(UUID reportId, Instant now) {
            return new Failing(now, 1, now.plus(Pauses.FIRST), reportId);
        }

        /** Nothing but a message now and then is sent. */
        public boolean isDown() {
            return alone == null;
        }

        /** One more failure; after the last it is disabled. */
        WebhookState again(UUID reportId, Instant now) {
            if (alone != null && !alone.equals(reportId)) {
                return new Failing(since, 1, now.plus(Pauses.FIRST), null);
            }
            return Pauses.after(attempts + 1)
                    .<WebhookState>map(pause -> new Failing(since, attempts + 1, now.plus(pause), alone))
                    .orElseGet(() -> new Disabled(now, Cause.FAILURES));
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
