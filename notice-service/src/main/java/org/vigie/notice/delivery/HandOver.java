package org.vigie.notice.delivery;

/** The last moment at which a delivery can be withdrawn. */
@FunctionalInterface
public interface HandOver {

    /**
     * Records that the message is about to be handed over. What it throws withdraws the message as well and is thrown
     * on.
     *
     * @return whether the sending may be completed; otherwise the peer never gets the final word
     */
    boolean record();
}
