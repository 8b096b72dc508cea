package org.vigie.notice.removal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.ProbeRule;
import org.vigie.notice.removal.Rung.Addressee;

/**
 * What the case took from its chain.
 *
 * @param chainVersion 0 before the first
 * @param hostProvider absent if unknown
 * @param probeRule absent before the first chain
 * @param addressee who is written to now, absent while nobody is
 */
public record Route(
        long chainVersion,
        @Nullable UUID hostProvider,
        @Nullable ProbeRule probeRule,
        @Nullable Addressee addressee) {

    public static final Route NONE = new Route(0, null, null, null);

    Route to(@Nullable Addressee next) {
        return new Route(chainVersion, hostProvider, probeRule, next);
    }
}
