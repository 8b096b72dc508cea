package org.vigie.notice.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.desk.ShowNotice.Shown;
import org.vigie.notice.desk.web.CasePage.Waiting;
import org.vigie.notice.message.Defanged;
import org.vigie.notice.message.DefangedText;
import org.vigie.notice.message.OnScreen;
import org.vigie.notice.removal.Reply;
import org.vigie.notice.removal.ReplyOutcome;
import org.vigie.support.Person;

/**
 * A notice as its page shows it.
 *
 * @param waits absent if it is over or being sent
 * @param formAddress where the provider's web form is, defanged, absent if the notice waits for none
 * @param answerable whether somebody may have it and answer
 */
record NoticePage(
        NoticeRow row,
        List<UUID> caseIds,
        OnScreen says,
        @Nullable Waiting waits,
        @Nullable String formAddress,
        boolean answerable,
        List<ReplyRow> replies,
        List<MessageRow> messages) {

    /** An answer as it is recorded; its words are absent without any. */
    record ReplyRow(
            ReplyOutcome outcome,
            ReplyOutcome.Effect effect,
            Reply.Channel channel,
            Instant receivedAt,
            String recordedBy,
            boolean unproven,
            @Nullable String text) {

        static ReplyRow of(Reply reply) {
            return new ReplyRow(
                    reply.outcome(),
                    reply.effect(),
                    reply.channel(),
                    reply.receivedAt(),
                    Person.read(reply.recordedBy()).name(),
                    reply.unproven(),
                    reply.text() == null ? null : DefangedText.of(reply.text()));
        }
    }

    static NoticePage of(Shown shown, Naming names) {
        var notice = shown.notice();
        var row = NoticeRow.of(notice, names);
        return new NoticePage(
                row,
                notice.caseIds(),
                shown.says(),
                Waiting.of(shown.waits().orElse(null)),
                row.form() ? Defanged.url(notice.letter().recipient()) : null,
                notice.state().mayHaveArrived(),
                shown.replies().stream().map(ReplyRow::of).toList(),
                shown.messages().stream().map(MessageRow::of).toList());
    }
}
