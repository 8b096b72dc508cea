package org.vigie.url;

import java.io.Serial;

/** Ends the reading of a string that is no web address; never leaves this package and never holds any of the string. */
final class NotAUrl extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ParseResult.Reason reason;

    NotAUrl(ParseResult.Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    ParseResult.Reason reason() {
        return reason;
    }
}
