package org.vigie.notice.composition;

import java.time.Instant;
import java.util.UUID;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeReference;
import org.vigie.notice.removal.Addressee;

/** Which notice it is, of what kind, and to whom. */
public record NoticeHeader(
        UUID noticeId,
        NoticeReference reference,
        NoticeKind kind,
        Addressee addressee,
        UUID contactId,
        Instant createdAt) {}
