package org.vigie.notice.inbound;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every message that came. */
public interface Messages {

    Optional<Message> find(UUID messageId);

    /** Those that answer a notice, the earliest received first. */
    List<Message> to(UUID noticeId);

    /**
     * Stores a message.
     *
     * @return false if it is there already; nothing is stored then
     */
    boolean add(Message message);
}
