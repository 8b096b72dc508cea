package org.vigie.notice.removal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.ProbeRule;

/**
 * What the case took from its chain.
 *
 * @param chainVersion 0 before the first
 * @param resolvedAt when the chain was made, absent before the first
 * @param hostProvider absent if unknown
 * @param probeRule absent before the first chain
 * @param addressee who is written to now, absent while nobody is
 */
public record Route(
        long chainVersion,
        @Nullable Instant resolvedAt,
        @Nullable UUID hostProvider,
        @Nullable ProbeRule probeRule,
        @Nullable Addressee addressee) {

    public static final Route NONE = new Route(0, null, null, null, null);

    /** Whether its chain was made before the instant; of none it is. */
    public boolean isOlderThan(Instant than) {
        return resolvedAt == null || resolvedAt.isBefore(than);
    }

    Route to(@Nullable Addressee next) {
        return new Route(chainVersion, resolvedAt, hostProvider, probeRule, next);
    }
}
