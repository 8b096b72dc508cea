package org.vigie.notice.apikey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.support.access.Partner;

/**
 * What is known of a key; the key itself only its holder has.
 *
 * @param start its first characters, by which people tell it from others
 * @param hash of the whole key
 * @param issuedBy the person who made it
 * @param replaces the key that it was made to follow, absent of a first one
 * @param revoked absent while nobody took it back
 * @param lastUsedOn the day (UTC) of its last use, absent before the first
 */
public record ApiKey(
        UUID keyId,
        String start,
        String hash,
        Partner partner,
        Set<Right> rights,
        String issuedBy,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable UUID replaces,
        @Nullable Revocation revoked,
        @Nullable LocalDate lastUsedOn) {

    public ApiKey {
        rights = Set.copyOf(rights);
    }

    /** Who took it back, and why. */
    public record Revocation(String by, String reason, Instant at) {}

    /** Whether it opens anything then. */
    public boolean countsAt(Instant time) {
        return revoked == null && time.isBefore(expiresAt);
    }
}
