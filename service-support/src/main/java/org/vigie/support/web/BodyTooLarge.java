package org.vigie.support.web;

import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** A request's body is over the limit. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1;

    private final DataSize limit;

    BodyTooLarge(DataSize limit) {
        this.limit = limit;
    }

    @Override
    public String getMessage() {
        return "The body exceeds the limit of %d KiB.".formatted(limit.toKilobytes());
    }
}
