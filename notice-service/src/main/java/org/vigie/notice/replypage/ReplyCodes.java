package org.vigie.notice.replypage;

import java.util.Optional;
import java.util.UUID;

/** The last code of every notice for which one was asked. */
public interface ReplyCodes {

    Optional<ReplyCode> find(UUID noticeId);

    /**
     * Stores the code, new or as it was read.
     *
     * @return it as stored; empty if somebody was faster, and nothing is stored then
     */
    Optional<ReplyCode> save(ReplyCode code);
}
