package org.vigie.notice.escalation;

import java.util.HashMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.support.copies.Copies;

/** Reads what is known around a case from this service's copies. */
@Service
public class RegistryViews {

    private final Copies<ChainSnapshot> chains;
    private final Copies<ProviderSnapshot> providers;

    RegistryViews(Copies<ChainSnapshot> chains, Copies<ProviderSnapshot> providers) {
        this.chains = chains;
        this.providers = providers;
    }

    /** Reads the chain and each provider that it ranks; nobody has heard yet of a case that was never stored. */
    public RegistryView of(RemovalCase known) {
        var chain = known.version() == null
                ? null
                : chains.find(known.caseId().toString()).orElse(null);
        var found = new HashMap<UUID, ProviderSnapshot>();
        if (chain != null) {
            RegistryView.needed(chain)
                    .forEach((providerId, version) -> providers
                            .find(providerId.toString(), version)
                            .ifPresent(provider -> found.put(providerId, provider)));
        }
        return new RegistryView(chain, found);
    }
}
