package org.vigie.registry.chain.persistence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.events.SealedUrl;
import org.vigie.events.provider.ChainSnapshot.Addresses;
import org.vigie.registry.chain.Seen;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;

/** Seals what the network showed of a host: for this service's store, and its addresses for {@code chains.v1}. */
final class ChainSecrets {

    private final Seal store;
    private final Seal location;

    ChainSecrets(Keysets keysets) {
        this.store = keysets.store("provider-registry");
        this.location = keysets.location();
    }

    SealedUrl seal(Seen seen, String id) {
        return store.seal(EventJson.MAPPER.writeValueAsString(seen), id);
    }

    Seen open(ChainDocument document, String ciphertext) {
        var json = store.open(new SealedUrl(document.keyId(), ciphertext), document.id());
        return EventJson.MAPPER.readValue(json, Seen.class);
    }

    /** Where the host led; absent if it led nowhere. */
    @Nullable
    SealedUrl addresses(ChainDocument document) {
        var found = open(document, document.seen()).addressTexts();
        return found.isEmpty() ? null : sealed(found, document.id());
    }

    private SealedUrl sealed(List<String> found, String caseId) {
        var some = new Addresses(found.subList(0, Math.min(found.size(), Addresses.MOST)));
        return location.seal(EventJson.MAPPER.writeValueAsString(some), caseId + Addresses.ASSOCIATED);
    }
}
