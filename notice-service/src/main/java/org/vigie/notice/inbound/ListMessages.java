package org.vigie.notice.inbound;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.notice.dispatch.Notices;

/** Shows what came back to a notice. */
@Service
public class ListMessages {

    private final Notices notices;
    private final Messages messages;

    ListMessages(Notices notices, Messages messages) {
        this.notices = notices;
        this.messages = messages;
    }

    /**
     * The earliest received first, whether or not they answer a notice.
     *
     * @param after where the page before ended, absent at the beginning
     */
    public List<Message> all(Messages.Filter filter, @Nullable Message after, int limit) {
        return messages.list(filter, after, limit);
    }

    public Optional<Message> find(UUID messageId) {
        return messages.find(messageId);
    }

    /** The earliest received first; empty if there is no such notice. */
    public Optional<List<Message>> to(UUID noticeId) {
        return notices.find(noticeId).map(_ -> messages.to(noticeId));
    }
}
