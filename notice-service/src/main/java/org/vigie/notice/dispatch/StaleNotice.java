package org.vigie.notice.dispatch;

import java.util.UUID;

/** Someone stored another version of the notice since this one was read. */
public final class StaleNotice extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StaleNotice(UUID noticeId, Throwable cause) {
        super("notice " + noticeId + " was stored by someone else", cause);
    }
}
