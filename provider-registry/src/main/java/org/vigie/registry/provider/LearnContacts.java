package org.vigie.registry.provider;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.events.provider.ProviderSnapshot.Format;

/** Takes over what registries state for abuse where nobody told us better: manual beats learned beats RDAP. */
@Service
public class LearnContacts {

    private static final Logger LOG = LoggerFactory.getLogger(LearnContacts.class);

    private final Providers providers;

    public LearnContacts(Providers providers) {
        this.providers = providers;
    }

    /**
     * What a registry states takes the place of what it stated before; a provider with other contacts is left alone.
     */
    public void stated(UUID providerId, List<String> abuse) {
        providers
                .find(providerId)
                .filter(Provider::active)
                .filter(provider -> provider.contacts().stream().allMatch(contact -> contact.source() == Source.RDAP))
                .ifPresent(provider -> save(provider, abuse));
    }

    private void save(Provider provider, List<String> abuse) {
        var stated = abuse.stream()
                .filter(ContactAddressParser::isMailAddress)
                .distinct()
                .map(address -> Contact.of(provider.id(), Channel.EMAIL, address, Format.TEXT, "en", Source.RDAP))
                .map(contact -> provider.contacts().stream()
                        .filter(known -> known.id().equals(contact.id()))
                        .findFirst()
                        .orElse(contact))
                .toList();
        if (stated.isEmpty() || stated.equals(provider.contacts())) {
            return;
        }
        try {
            providers.save(provider.withContacts(stated));
            LOG.atInfo()
                    .addKeyValue("provider", provider.id())
                    .addKeyValue("contacts", stated.size())
                    .log("Contacts learned from a registry");
        } catch (StaleProvider _) {
            // somebody else just said something of it, and was right
        }
    }
}
