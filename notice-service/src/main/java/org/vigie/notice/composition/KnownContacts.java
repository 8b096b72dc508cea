package org.vigie.notice.composition;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.provider.ProviderSnapshot.Contact;
import org.vigie.support.copies.Copies;

/** Contacts as provider-registry last told them. */
@Component
public class KnownContacts {

    private final Copies<ProviderSnapshot> providers;

    KnownContacts(Copies<ProviderSnapshot> providers) {
        this.providers = providers;
    }

    /** A contact and whose it is. */
    public record Known(ProviderSnapshot provider, Contact contact) {}

    public Optional<Known> find(UUID providerId, UUID contactId) {
        return providers
                .find(providerId.toString())
                .flatMap(provider -> provider.contacts().stream()
                        .filter(contact -> contact.contactId().equals(contactId))
                        .findFirst()
                        .map(contact -> new Known(provider, contact)));
    }

    /** What the provider is called; empty if it is not known here. */
    Optional<String> nameOf(UUID providerId) {
        return providers.find(providerId.toString()).map(ProviderSnapshot::name);
    }

    /** Whether the contact was vetted never to forward a notice, so that one may name several hosts. */
    boolean mayReadSeveralHosts(UUID providerId, UUID contactId) {
        return find(providerId, contactId)
                .filter(known -> known.contact().noForward())
                .isPresent();
    }
}
