package org.vigie.availability.watch;

import java.util.UUID;

/** Another version of the watch was stored in the meantime. */
public final class StaleWatch extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StaleWatch(UUID caseId, Throwable cause) {
        super("another version of the watch over case %s was stored".formatted(caseId), cause);
    }
}
