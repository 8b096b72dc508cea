package org.vigie.notice.removal;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.support.copies.Copies;

/** Takes what other services say about cases and has those looked at that it concerns. */
@Service
public class FollowCase {

    private final ChangeCase cases;
    private final Cases stored;
    private final Copies<ChainSnapshot> chains;
    private final Copies<ProviderSnapshot> providers;
    private final CaseQueue queue;
    private final Clock clock;

    FollowCase(
            ChangeCase cases,
            Cases stored,
            Copies<ChainSnapshot> chains,
            Copies<ProviderSnapshot> providers,
            CaseQueue queue,
            Clock clock) {
        this.cases = cases;
        this.stored = stored;
        this.chains = chains;
        this.providers = providers;
        this.queue = queue;
        this.clock = clock;
    }

    /** A chain, in any order and any number of times. */
    public void resolved(ChainSnapshot chain) {
        chains.keep(chain.caseId().toString(), chain.version(), chain);
        queue.lookAt(chain.caseId(), clock.instant());
    }

    /** A look, in any order and any number of times. A case that is not here is not ours. */
    public void looked(AvailabilitySnapshot snapshot) {
        if (stored.find(snapshot.caseId()).isEmpty()) {
            return;
        }
        cases.change(snapshot.caseId(), known -> known.seen(snapshot, clock.instant()));
        queue.lookAt(snapshot.caseId(), clock.instant());
    }

    /** A provider, in any order and any number of times. */
    public void taught(ProviderSnapshot provider) {
        providers.keep(provider.providerId().toString(), provider.version(), provider);
        for (UUID caseId : stored.concernedBy(provider.providerId())) {
            queue.lookAt(caseId, clock.instant());
        }
    }
}
