package org.vigie.registry.provider.meters;

import java.util.EnumMap;
import org.springframework.stereotype.Component;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.registry.provider.Providers;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** How many contacts can be written to. */
@Component
class ContactMeters implements MeterSource {

    private final Providers providers;

    ContactMeters(Providers providers) {
        this.providers = providers;
    }

    @Override
    public void measure(Readings into) {
        var counts = new EnumMap<Health, Integer>(Health.class);
        var all = providers.all();
        all.forEach(
                provider -> provider.contacts().forEach(contact -> counts.merge(contact.health(), 1, Integer::sum)));
        into.gauge("vigie_providers", "Providers that are known.", all.size());
        for (var health : Health.values()) {
            into.gauge(
                    "vigie_contacts",
                    "Contacts of providers, by what became of the mail to them.",
                    counts.getOrDefault(health, 0),
                    "health",
                    health.name());
        }
    }
}
