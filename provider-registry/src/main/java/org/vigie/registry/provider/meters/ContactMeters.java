package org.vigie.registry.provider.meters;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.registry.provider.Contact;
import org.vigie.registry.provider.EveryProvider;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** How many contacts can be written to; counted anew after a change. */
@Component
class ContactMeters implements MeterSource {

    private final EveryProvider providers;
    private volatile Counted last = new Counted(EveryProvider.AsOf.NEVER, Map.of());

    ContactMeters(EveryProvider providers) {
        this.providers = providers;
    }

    private record Counted(EveryProvider.AsOf of, Map<Health, Long> contacts) {}

    @Override
    public void measure(Readings into) {
        var counted = current();
        into.gauge(
                "vigie_providers",
                "Providers that are known.",
                counted.of().providers().size());
        for (var health : Health.values()) {
            into.gauge(
                    "vigie_contacts",
                    "Contacts of providers, by what became of the mail to them.",
                    counted.contacts().getOrDefault(health, 0L),
                    "health",
                    health.name());
        }
    }

    private Counted current() {
        var now = providers.now();
        if (last.of().changes() != now.changes()) {
            last = new Counted(
                    now,
                    now.providers().stream()
                            .flatMap(provider -> provider.contacts().stream())
                            .collect(Collectors.groupingBy(Contact::health, Collectors.counting())));
        }
        return last;
    }
}
