package org.vigie.notice.reply;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.notice.removal.Reply;

/** Every recorded answer. */
public interface Replies {

    Optional<Reply> find(UUID replyId);

    /** Those to a notice, the earliest received first. */
    List<Reply> to(UUID noticeId);

    /**
     * Stores an answer.
     *
     * @return false if one with this id is there already; nothing is stored then
     */
    boolean add(Reply reply);
}
