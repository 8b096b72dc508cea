package org.vigie.registry.provider;

import static org.vigie.events.provider.ProviderSnapshot.Health.OK;
import static org.vigie.events.provider.ProviderSnapshot.Health.UNVERIFIED;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Takes a contact that nothing was heard of for 180 days for one that must be confirmed anew. */
@Service
public class ReconfirmContacts {

    private static final int LIMIT = 1_000;

    private final Providers providers;
    private final Clock clock;

    ReconfirmContacts(Providers providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

    /** Providers with a contact whose confirmation is too old, all due now; what is over the limit comes later. */
    public Map<UUID, Instant> due() {
        var now = clock.instant();
        return providers.confirmedBefore(now.minus(ContactHealth.RECONFIRM_AFTER), LIMIT).stream()
                .collect(Collectors.toMap(id -> id, _ -> now));
    }

    /** Done twice it is done once; what changed meanwhile is looked at again later. */
    public void outdate(UUID providerId) {
        var now = clock.instant();
        providers.find(providerId).ifPresent(provider -> {
            var next = provider.contacts().stream()
                    .map(contact -> isOutdated(contact, now)
                            ? contact.withHealth(UNVERIFIED, contact.lastConfirmed())
                            : contact)
                    .toList();
            if (!next.equals(provider.contacts())) {
                providers.save(provider.withContacts(next)); // or it is looked at again with the next scan
            }
        });
    }

    private static boolean isOutdated(Contact contact, Instant now) {
        var confirmed = contact.lastConfirmed();
        return contact.health() == OK && confirmed != null && ContactHealth.isOutdated(confirmed, now);
    }
}
