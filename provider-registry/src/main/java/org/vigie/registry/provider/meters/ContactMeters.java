package org.vigie.registry.provider.meters;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.registry.provider.Contact;
import org.vigie.registry.provider.Providers;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** How many contacts can be written to; counted anew after a change. */
@Component
class ContactMeters implements MeterSource {

    private final Providers providers;
    private volatile Counted last = new Counted(-1, 0, Map.of());

    ContactMeters(Providers providers) {
        this.providers = providers;
    }

    /** At one state of the providers. */
    private record Counted(long changes, int providers, Map<Health, Long> contacts) {}

    @Override
    public void measure(Readings into) {
        var counted = current();
        into.gauge("vigie_providers", "Providers that are known.", counted.providers());
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
        var changes = providers.changes();
        if (last.changes() != changes) {
            var all = providers.all();
            last = new Counted(
                    changes,
                    all.size(),
                    all.stream()
                            .flatMap(provider -> provider.contacts().stream())
                            .collect(Collectors.groupingBy(Contact::health, Collectors.counting())));
        }
        return last;
    }
}
