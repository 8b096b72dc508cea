package org.vigie.notice.oversight;

import org.springframework.stereotype.Service;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.support.copies.Copies;

/** What is not sent now: a provider that took the place of one that was stopped is stopped, too. */
@Service
public class StopInForce {

    private final Stops stops;
    private final Copies<ProviderSnapshot> providers;

    StopInForce(Stops stops, Copies<ProviderSnapshot> providers) {
        this.stops = stops;
        this.providers = providers;
    }

    /** As it was said last, and what follows from mergers since. */
    public Stop now() {
        return stops.now().following(id -> providers.find(id.toString()).map(ProviderSnapshot::mergedInto));
    }
}
