package org.vigie.notice.apikey.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.SealedUrl;
import org.vigie.notice.apikey.ApiKey;
import org.vigie.notice.apikey.Right;
import org.vigie.support.access.Partner;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Seal;

/**
 * A key as it is stored, by its hash.
 *
 * @param test whether it is for tests, absent in what was stored before there were any
 * @param issuedBy who made it, sealed for this document
 * @param revocation who took it back and why, sealed for this document; absent while nobody did
 * @param lastUsedOn a day as ISO 8601 writes it, absent before the first use
 */
@Document("apiKeys")
record ApiKeyDocument(
        @Id String id,
        String start,
        String hash,
        String partner,
        @Nullable Boolean test,
        Set<Right> rights,
        SealedUrl issuedBy,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable UUID replaces,
        @Nullable SealedUrl revocation,
        @Nullable String lastUsedOn) {

    static ApiKeyDocument of(ApiKey key, Seal store) {
        var id = key.keyId().toString();
        return new ApiKeyDocument(
                id,
                key.start(),
                key.hash(),
                key.partner().id(),
                key.partner().test(),
                key.rights(),
                store.seal(key.issuedBy(), id),
                key.issuedAt(),
                key.expiresAt(),
                key.replaces(),
                key.revoked() == null ? null : sealed(key.revoked(), id, store),
                key.lastUsedOn() == null ? null : key.lastUsedOn().toString());
    }

    static SealedUrl sealed(ApiKey.Revocation revocation, String id, Seal store) {
        return store.seal(EventJson.MAPPER.writeValueAsString(revocation), id);
    }

    ApiKey toDomain(Seal store) {
        return new ApiKey(
                UUID.fromString(id),
                start,
                hash,
                new Partner(partner, Boolean.TRUE.equals(test)),
                rights,
                store.open(issuedBy, id),
                issuedAt,
                expiresAt,
                replaces,
                revocation == null
                        ? null
                        : EventJson.MAPPER.readValue(store.open(revocation, id), ApiKey.Revocation.class),
                lastUsedOn == null ? null : LocalDate.parse(lastUsedOn));
    }
}
