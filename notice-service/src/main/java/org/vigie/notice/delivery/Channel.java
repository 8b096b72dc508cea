package org.vigie.notice.delivery;

/** A way to hand a rendered notice over to whoever delivers it. */
public interface Channel {

    /**
     * Tries once to hand the message over. Every outcome is a value; nothing is retried here.
     *
     * @param handOver called at most once, after everything but the final word was taken and before that word is said
     */
    DeliveryResult deliver(OutgoingMessage message, HandOver handOver);
}
