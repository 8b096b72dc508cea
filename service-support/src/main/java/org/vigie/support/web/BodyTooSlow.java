package org.vigie.support.web;

import java.io.IOException;
import java.time.Duration;

/** A request's body did not come in time. */
final class BodyTooSlow extends IOException {

    private static final long serialVersionUID = 1;

    /** What is said where the server gave up waiting. */
    static final String PAUSED = "The body stopped coming.";

    private final Duration time;

    BodyTooSlow(Duration time) {
        this.time = time;
    }

    @Override
    public String getMessage() {
        return "The body did not arrive within %d seconds.".formatted(time.toSeconds());
    }
}
