package org.vigie.notice.delivery;

import java.time.Instant;

/**
 * What became of one attempt to deliver. A status is an enhanced status code (RFC 3463), or the peer's three digits
 * where it gave none: never its words, never an address.
 */
public sealed interface DeliveryResult {

    /**
     * The peer took responsibility.
     *
     * @param reply the status, and the peer's queue id where it named one
     */
    record Accepted(String reply) implements DeliveryResult {}

    /** The hand-over was not allowed: the peer never got the final word and dropped what it had. */
    record Withdrawn() implements DeliveryResult {}

    /** Nobody was asked and nothing was tried: we hold back ourselves until the instant of the one clock. */
    record NotYet(Instant until) implements DeliveryResult {}

    /** Not accepted; trying again later may help. */
    record NotNow(String status) implements DeliveryResult {}

    /** Not accepted; the same message to the same recipient will not be. */
    record RefusedForGood(String status) implements DeliveryResult {}

    /** The connection was lost between the hand-over and the answer: it may have been accepted. */
    record Uncertain() implements DeliveryResult {}
}
