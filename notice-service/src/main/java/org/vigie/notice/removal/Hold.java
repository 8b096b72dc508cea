package org.vigie.notice.removal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.reference.NameBasedIds;

/**
 * Somebody's wish that nothing be done for now, or that what is known be preserved; only a person releases it, however
 * old it is. While there is one of either kind, nothing of the case is erased.
 *
 * @param kind absent in what was stored before there were two: it stops
 * @param owner whose wish it is, such as the police
 * @param expiresAt when its owner is reminded of it, and an order to preserve is reviewed
 * @param placedBy the person who placed it, absent if it came with a report that names nobody
 */
public record Hold(
        UUID holdId,
        Kind kind,
        String owner,
        String reason,
        Instant placedAt,
        Instant expiresAt,
        boolean probingAllowed,
        @Nullable String placedBy) {

    /** What is wished. */
    public enum Kind {
        /** That nobody be written to. */
        STOP,
        /** That nothing be erased; the takedown goes on. */
        PRESERVE
    }

    @SuppressWarnings("ConstantValue") // of what was stored earlier
    public Hold {
        kind = kind == null ? Kind.STOP : kind;
    }

    boolean stops() {
        return kind == Kind.STOP;
    }

    /** A hold that came with a report, which stops: named by what it says. */
    public static Hold reported(
            String owner,
            String reason,
            Instant placedAt,
            Instant expiresAt,
            boolean probingAllowed,
            @Nullable String placedBy) {
        var id = NameBasedIds.of("hold", owner, reason, placedAt, expiresAt);
        return new Hold(id, Kind.STOP, owner, reason, placedAt, expiresAt, probingAllowed, placedBy);
    }

    /** Leaves people's names and words out. */
    @Override
    public String toString() {
        return "Hold[%s, until %s]".formatted(holdId, expiresAt);
    }
}
