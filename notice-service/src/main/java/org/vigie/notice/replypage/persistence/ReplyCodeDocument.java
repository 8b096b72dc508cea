package org.vigie.notice.replypage.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.SealedUrl;
import org.vigie.notice.replypage.ReplyCode;
import org.vigie.support.seal.Seal;

/** A code as it is stored, sealed for its notice. */
@Document("reply_codes")
record ReplyCodeDocument(
        @Id String id, SealedUrl code, Instant until, int triesLeft, List<Instant> sent, long version) {

    /** As the version after the one it was read at. */
    static ReplyCodeDocument of(ReplyCode code, Seal store) {
        var id = code.noticeId().toString();
        return new ReplyCodeDocument(
                id,
                store.seal(code.code(), id),
                code.until(),
                code.triesLeft(),
                code.sent(),
                code.version() == null ? 1 : code.version() + 1);
    }

    ReplyCode toDomain(Seal store) {
        return new ReplyCode(UUID.fromString(id), store.open(code, id), until, triesLeft, sent, version);
    }
}
