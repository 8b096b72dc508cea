package org.vigie.notice.dispatch;

import java.time.Instant;

/**
 * One try to deliver a notice.
 *
 * @param status enhanced status code (RFC 3463) or what the channel gave as receipt, empty where there was none
 */
public record Attempt(Instant at, Outcome outcome, String status) {

    /** What came of it. */
    public enum Outcome {
        ACCEPTED,
        NOT_NOW,
        REFUSED,
        /** The relay had it, and it was not delivered. */
        BOUNCED,
        /** The answer was lost, or the process ended before it was noted. */
        UNCERTAIN
    }
}
