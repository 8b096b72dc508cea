package org.vigie.registry.provider;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.registry.provider.ProviderFacts.ContactFact;
import org.vigie.url.MailAddress;

/** Takes over what registries state for abuse where nobody told us better: manual beats learned beats RDAP. */
@Service
public class LearnContacts {

    private static final Logger LOG = LoggerFactory.getLogger(LearnContacts.class);

    private final Providers providers;
    private final Clock clock;

    public LearnContacts(Providers providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

    /**
     * What a registry states takes the place of what it stated before. It stands beside what others told us only where
     * nothing of that gets through. What is out of use stays as such, not to be learnt anew.
     */
    public void stated(UUID providerId, List<String> abuse) {
        providers
                .find(providerId)
                .filter(Provider::active)
                .filter(provider -> provider.contacts().stream().allMatch(LearnContacts::givesWay))
                .ifPresent(provider -> save(provider, abuse));
    }

    private static boolean givesWay(Contact contact) {
        return contact.source() == Source.RDAP || contact.contactability() == 0;
    }

    private void save(Provider provider, List<String> abuse) {
        var kept = provider.contacts().stream()
                .filter(contact -> contact.source() != Source.RDAP || contact.contactability() == 0);
        var fromRegistry = abuse.stream()
                .flatMap(address -> MailAddress.parse(address).stream())
                .distinct()
                .map(address -> Contact.of(
                        provider.id(),
                        Source.RDAP,
                        new ContactFact(Channel.EMAIL, address, Format.TEXT, "en", null, null)))
                .map(contact -> provider.contacts().stream()
                        .filter(known -> known.id().equals(contact.id()))
                        .findFirst()
                        .orElse(contact))
                .toList();
        var stated = Stream.concat(kept, fromRegistry.stream()).distinct().toList();
        if (fromRegistry.isEmpty() || stated.equals(provider.contacts())) {
            return;
        }
        // Unless somebody else just said something of it, and was right.
        providers
                .save(provider.withContacts(stated).remembering(provider, clock.instant()))
                .ifPresent(learned -> LOG.atInfo()
                        .addKeyValue("providerId", learned.id())
                        .addKeyValue("contacts", stated.size())
                        .log("contacts learned from a registry"));
    }
}
