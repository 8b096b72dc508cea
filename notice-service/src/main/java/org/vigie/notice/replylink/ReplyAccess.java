package org.vigie.notice.replylink;

import java.time.Instant;
import java.util.UUID;

/** What a token opens. */
public sealed interface ReplyAccess {

    /**
     * One notice.
     *
     * @param proven whether whoever has the token read a code in the notice's mailbox; otherwise it was in the notice,
     *     which may have been passed on
     * @param until it opens nothing from then on
     */
    record Opens(UUID noticeId, boolean proven, Instant until) implements ReplyAccess {}

    /** It was one of ours, and its time is over. */
    record Expired() implements ReplyAccess {}

    /** We never made it. */
    record Unknown() implements ReplyAccess {}
}
