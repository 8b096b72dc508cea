package org.vigie.support.web;

import org.vigie.support.Refusal;

/** A partner asks for more than its share. */
public final class TooManyRequests extends Refusal {

    private static final long serialVersionUID = 1;

    private final long seconds;

    /** @param seconds after which asking again helps */
    public TooManyRequests(long seconds) {
        super("Too many requests; try again after Retry-After seconds.");
        this.seconds = seconds;
    }

    /** After which asking again helps. */
    long seconds() {
        return seconds;
    }
}
