package org.vigie.notice.replypage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.notice.removal.Reply;
import org.vigie.notice.removal.ReplyOutcome;
import org.vigie.notice.reply.RecordReply;
import org.vigie.notice.reply.RecordReply.Said;
import org.vigie.notice.replylink.ReplyAccess.Opens;

/**
 * Takes an addressee's answer the way that people's and mail's go. Only whoever proved to read the notice's mailbox can
 * have more follow from it than a check or a task for a person.
 */
@Service
public class AnswerNotice {

    private static final String READER = "reply page";

    private final RecordReply recordReply;
    private final Clock clock;

    AnswerNotice(RecordReply recordReply, Clock clock) {
        this.recordReply = recordReply;
        this.clock = clock;
    }

    /** Records what was said on the page; said again on the same day (UTC), however often it was sent, it is one. */
    public Optional<Reply> answer(Opens access, ReplyOutcome outcome, @Nullable String text) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return answer(access, "%s/%s/%s".formatted(day, outcome, text), outcome, Reply.Channel.REPLY_PAGE, text);
    }

    /**
     * Records it; with the same key again, the first one stands.
     *
     * @param key the sender's own for this answer, such as a ticket's number
     * @return the answer as it is recorded, empty if there is no such notice
     * @throws org.vigie.support.KeyReused if the key came with another answer before
     */
    public Optional<Reply> answer(
            Opens access, String key, ReplyOutcome outcome, Reply.Channel channel, @Nullable String text) {
        var ownKey = channel + "/" + access.proven() + "/" + key;
        // Said again, it came when it came first.
        var receivedAt = recordReply
                .find(recordReply.idOf(access.noticeId(), ownKey))
                .map(Reply::receivedAt)
                .orElseGet(clock::instant);
        return recordReply.record(
                access.noticeId(), new Said(ownKey, outcome, channel, receivedAt, READER, !access.proven(), text));
    }
}
