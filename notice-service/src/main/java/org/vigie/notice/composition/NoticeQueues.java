package org.vigie.notice.composition;

import java.time.Instant;
import java.util.UUID;

/** When notices are made and sent. */
public interface NoticeQueues {

    /** Makes a notice of what is gathered under the key, at the instant. */
    void compose(String gatheringKey, Instant due);

    /** Takes the notice up at the instant. */
    void send(UUID noticeId, Instant due);
}
