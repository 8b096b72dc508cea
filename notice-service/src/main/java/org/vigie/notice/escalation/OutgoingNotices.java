package org.vigie.notice.escalation;

import java.util.UUID;
import org.vigie.notice.removal.PendingNotice;
import org.vigie.notice.removal.RemovalCase;

/** Takes the notices that cases want sent. */
public interface OutgoingNotices {

    /** Gathers the case's wish with others to the same contact about the same host; the same wish twice is one. */
    void gather(RemovalCase known, PendingNotice wish);

    /** A case does not want any more what the notice says for it. */
    void reconsider(UUID noticeId);
}
