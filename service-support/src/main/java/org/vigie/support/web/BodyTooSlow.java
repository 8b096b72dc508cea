package org.vigie.support.web;

import java.io.IOException;

/** A request's body did not come within half a minute. */
final class BodyTooSlow extends IOException {

    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
        return "The body did not arrive within 30 seconds.";
    }
}
