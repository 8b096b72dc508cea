package org.vigie.notice.erasure;

import java.util.UUID;

/** What one store holds about notices beside the notices themselves: it goes with its notice. */
public interface NoticeTrace {

    /** Erases what the store has about the notice. Called again after a crash, it does what is left. */
    void eraseOf(UUID noticeId);
}
