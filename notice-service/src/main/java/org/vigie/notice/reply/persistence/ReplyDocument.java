package org.vigie.notice.reply.persistence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.SealedUrl;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.Reply;
import org.vigie.notice.removal.ReplyOutcome;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Seal;

/** An answer as it is stored; before mail was read, none was unproven. */
@Document("replies")
record ReplyDocument(
        @Id String id,
        UUID noticeId,
        String reference,
        NoticeKind kind,
        Addressee addressee,
        UUID contactId,
        ReplyOutcome outcome,
        Reply.Channel channel,
        Instant receivedAt,
        Instant recordedAt,
        @Nullable Boolean unproven,
        SealedUrl words) {

    /** People's names and words, sealed for this document. */
    record Words(String recordedBy, @Nullable String text) {}

    static ReplyDocument of(Reply reply, Seal store) {
        var id = reply.replyId().toString();
        var words = EventJson.MAPPER.writeValueAsString(new Words(reply.recordedBy(), reply.text()));
        return new ReplyDocument(
                id,
                reply.noticeId(),
                reply.reference(),
                reply.kind(),
                reply.addressee(),
                reply.contactId(),
                reply.outcome(),
                reply.channel(),
                reply.receivedAt(),
                reply.recordedAt(),
                reply.unproven(),
                store.seal(words, id));
    }

    Reply toDomain(Seal store) {
        var said = EventJson.MAPPER.readValue(store.open(words, id), Words.class);
        return new Reply(
                UUID.fromString(id),
                noticeId,
                reference,
                kind,
                addressee,
                contactId,
                outcome,
                channel,
                receivedAt,
                recordedAt,
                said.recordedBy(),
                Boolean.TRUE.equals(unproven),
                said.text());
    }
}
