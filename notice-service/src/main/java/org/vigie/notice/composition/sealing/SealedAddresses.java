package org.vigie.notice.composition.sealing;

import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ChainSnapshot.Addresses;
import org.vigie.notice.composition.OpenAddresses;
import org.vigie.notice.message.HostAddresses;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;
import org.vigie.support.seal.SealBroken;
import tools.jackson.core.JacksonException;

/** Opens what was sealed for the case's chain; a notice that cannot name an address is sent without. */
@Component
class SealedAddresses implements OpenAddresses {

    private static final Logger LOG = LoggerFactory.getLogger(SealedAddresses.class);

    private final Seal seal;

    SealedAddresses(Keysets keysets) {
        this.seal = keysets.location();
    }

    @Override
    public Optional<HostAddresses> of(ChainSnapshot chain) {
        var sealed = chain.addresses();
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            var json = seal.open(sealed, chain.caseId() + Addresses.ASSOCIATED);
            var found = EventJson.MAPPER.readValue(json, Addresses.class).addresses();
            return Optional.of(new HostAddresses(found, Instant.ofEpochMilli(chain.resolvedAt())));
        } catch (SealBroken | JacksonException | IllegalArgumentException | NullPointerException _) {
            // Their texts could quote what was sealed.
            LOG.atWarn()
                    .addKeyValue("caseId", chain.caseId())
                    .addKeyValue("keyId", sealed.keyId())
                    .log("addresses of a host cannot be opened; the notice leaves without them");
            return Optional.empty();
        }
    }
}
