package org.vigie.notice.content.persistence;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.SealedUrl;
import org.vigie.notice.content.Content;
import org.vigie.notice.content.Verdict;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Seal;

/**
 * A content, or a hash of one, as it is stored.
 *
 * @param standing sealed for this document: it names who assessed it
 */
@Document("contents")
record ContentDocument(
        @Id String token,
        @Version @Nullable Long version,
        @Nullable String into,
        boolean untold,
        @Nullable SealedUrl standing) {

    static ContentDocument of(Content content, Seal store) {
        var held = content.standing();
        return new ContentDocument(
                content.token(),
                content.version(),
                content.into(),
                content.untold(),
                held == null ? null : store.seal(EventJson.MAPPER.writeValueAsString(held), content.token()));
    }

    Content toDomain(Seal store) {
        var held = standing == null ? null : EventJson.MAPPER.readValue(store.open(standing, token), Verdict.class);
        return new Content(token, into, held, untold, version);
    }
}
