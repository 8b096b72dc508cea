package org.vigie.notice.dispatch.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.SealedUrl;
import org.vigie.notice.composition.Item;
import org.vigie.notice.composition.Letter;
import org.vigie.notice.composition.NoticeHeader;
import org.vigie.notice.dispatch.Attempt;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeReference;
import org.vigie.notice.removal.Addressee;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Seal;

/**
 * A notice as it is stored.
 *
 * @param letter the rendered message, sealed for this document
 * @param attempts absent in documents of before they were kept
 * @param due when it is to be taken up, absent if never
 * @param token what tells its answers apart, absent in documents of before it was looked for
 */
@Document("notices")
record NoticeDocument(
        @Id String id,
        @Version @Nullable Long version,
        String reference,
        int sequence,
        NoticeKind kind,
        Addressee addressee,
        UUID contactId,
        Instant createdAt,
        List<Item> items,
        SealedUrl letter,
        StateDocument state,
        @Nullable List<Attempt> attempts,
        @Nullable Instant due,
        @Nullable String token) {

    static NoticeDocument of(Notice notice, Seal store) {
        var id = notice.noticeId().toString();
        return new NoticeDocument(
                id,
                notice.version(),
                notice.reference().number(),
                notice.reference().sequence(),
                notice.kind(),
                notice.addressee(),
                notice.contactId(),
                notice.createdAt(),
                notice.items(),
                store.seal(EventJson.MAPPER.writeValueAsString(notice.letter()), id),
                StateDocument.of(notice.state()),
                notice.attempts(),
                notice.state().due().orElse(null),
                notice.letter().token().orElse(null));
    }

    Notice toDomain(Seal store) {
        return new Notice(
                new NoticeHeader(
                        UUID.fromString(id),
                        new NoticeReference(reference, sequence),
                        kind,
                        addressee,
                        contactId,
                        createdAt),
                items,
                EventJson.MAPPER.readValue(store.open(letter, id), Letter.class),
                state.toDomain(),
                attempts == null ? List.of() : attempts,
                version);
    }
}
