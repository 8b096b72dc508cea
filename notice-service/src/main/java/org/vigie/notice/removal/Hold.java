package org.vigie.notice.removal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.reference.NameBasedIds;

/**
 * Somebody's wish that nothing be done for now; only a person releases it, however old it is.
 *
 * @param owner whose wish it is, such as the police
 * @param expiresAt when its owner is reminded of it
 * @param placedBy the person who placed it, absent if it came with a report that names nobody
 */
public record Hold(
        UUID holdId,
        String owner,
        String reason,
        Instant placedAt,
        Instant expiresAt,
        boolean probingAllowed,
        @Nullable String placedBy) {

    /** A hold that came with a report: named by what it says. */
    public static Hold reported(
            String owner,
            String reason,
            Instant placedAt,
            Instant expiresAt,
            boolean probingAllowed,
            @Nullable String placedBy) {
        var id = NameBasedIds.of("hold", owner, reason, placedAt, expiresAt);
        return new Hold(id, owner, reason, placedAt, expiresAt, probingAllowed, placedBy);
    }

    /** Leaves people's names and words out. */
    @Override
    public String toString() {
        return "Hold[%s, until %s]".formatted(holdId, expiresAt);
    }
}
