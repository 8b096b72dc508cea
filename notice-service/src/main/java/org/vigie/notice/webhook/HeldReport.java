package org.vigie.notice.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A report whose messages wait, because a webhook did not take one of them; those of others pass.
 *
 * @param number of the change that is sent next
 * @param attempts of its message that failed; those while the receiver is down are not counted
 * @param next not tried again before, unless to learn whether the receiver is back
 */
public record HeldReport(UUID reportId, long number, int attempts, Instant next) {

    /** After the first failure of a message that was sent in its turn. */
    static HeldReport first(UUID reportId, long number, Instant now) {
        return new HeldReport(reportId, number, 1, now.plus(Pauses.FIRST));
    }

    /** One more failure; empty if it was the last attempt. */
    Optional<HeldReport> failed(Instant now) {
        return Pauses.after(attempts + 1).map(pause -> new HeldReport(reportId, number, attempts + 1, now.plus(pause)));
    }

    /** A failure while the receiver took nothing at all is none of the message's. */
    HeldReport failedWhileDown(Instant now) {
        return new HeldReport(reportId, number, attempts, now.plus(Pauses.FIRST));
    }

    /** About to be sent the message of a change, as if it had not been tried before. */
    HeldReport at(long change, Instant now) {
        return new HeldReport(reportId, change, 0, now);
    }
}
