package org.vigie.notice.apikey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.support.access.Partner;

/** Every key that was given out. */
public interface ApiKeys {

    void add(ApiKey key);

    Optional<ApiKey> find(UUID keyId);

    /** The key of this hash, whether it still counts or not. */
    Optional<ApiKey> withHash(String hash);

    /** Lets a key end then, if it would end later. */
    void endBy(UUID keyId, Instant end);

    /** Takes a key back; who did so first stays. */
    void revoke(UUID keyId, ApiKey.Revocation revocation);

    /** Notes the day of a use. */
    void used(UUID keyId, LocalDate day);

    /**
     * Keys in the order of their ids.
     *
     * @param partner absent for everybody's
     * @param after where the page before ended, absent at the beginning
     */
    List<ApiKey> page(@Nullable Partner partner, @Nullable UUID after, int limit);
}
