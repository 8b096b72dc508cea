package org.vigie.notice.composition.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.notice.composition.Gathering;
import org.vigie.notice.composition.Gathering.Wish;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.Addressee;

/** A gathering as it is stored. */
@Document("gatherings")
record GatheringDocument(
        @Id String id,
        @Version @Nullable Long version,
        Addressee addressee,
        UUID contactId,
        NoticeKind kind,
        int serial,
        List<Wish> wishes,
        @Nullable Instant due,
        @Nullable Instant lastAt) {

    static GatheringDocument of(Gathering gathering) {
        return new GatheringDocument(
                gathering.key(),
                gathering.version(),
                gathering.addressee(),
                gathering.contactId(),
                gathering.kind(),
                gathering.serial(),
                gathering.wishes(),
                gathering.due(),
                gathering.lastAt());
    }

    Gathering toDomain() {
        return new Gathering(id, addressee, contactId, kind, serial, wishes, due, lastAt, version);
    }
}
