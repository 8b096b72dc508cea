package org.vigie.notice.removal;

import java.util.UUID;

/** Someone stored another version of the case, or another case of the same URL, since this one was read. */
public final class StaleCase extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StaleCase(UUID caseId, Throwable cause) {
        super("case " + caseId + " was stored by someone else", cause);
    }
}
