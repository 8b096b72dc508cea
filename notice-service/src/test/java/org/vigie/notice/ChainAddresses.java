package org.vigie.notice;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.SealedUrl;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ChainSnapshot.Addresses;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;

/** The addresses that the registry seals into a chain. */
final class ChainAddresses {

    private ChainAddresses() {}

    static SealedUrl sealed(Keysets keysets, UUID caseId, String... addresses) {
        var json = EventJson.MAPPER.writeValueAsString(new Addresses(List.of(addresses)));
        return keysets.location().seal(json, caseId + Addresses.ASSOCIATED);
    }

    static ChainSnapshot with(@Nullable SealedUrl addresses, ChainSnapshot kept) {
        return new ChainSnapshot(
                kept.caseId(),
                kept.version(),
                kept.resolvedAt(),
                kept.hostKind(),
                kept.hops(),
                kept.ranking(),
                kept.failures(),
                kept.probeRule(),
                kept.shared(),
                kept.degraded(),
                kept.reason(),
                kept.changes(),
                addresses);
    }
}
