package org.vigie.notice.escalation;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.events.provider.ProviderSnapshot.Contact;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.notice.message.FormAddress;
import org.vigie.url.MailAddress;

/** By which of its contacts a provider is written to: by mail before a form that a person must fill in. */
final class Reachability {

    private static final Comparator<Contact> BEST_FIRST = Comparator.comparingDouble(Reachability::contactability)
            .thenComparing(contact -> contact.channel() == Channel.EMAIL)
            .reversed()
            .thenComparing(Contact::contactId);

    private Reachability() {}

    /** Its contacts that can be written to, the best first; none of a provider that is retired. */
    static Stream<Contact> contacts(ProviderSnapshot provider) {
        return provider.contacts().stream()
                .filter(contact -> !provider.retired() && isWrittenTo(contact) && contactability(contact) > 0)
                .sorted(BEST_FIRST);
    }

    /** Whether no case goes on otherwise by one than by the other: mail that got through need wake nobody. */
    static boolean isTheSame(ProviderSnapshot one, ProviderSnapshot other) {
        return apartFromHealth(one).equals(apartFromHealth(other)) && order(one).equals(order(other));
    }

    private static List<UUID> order(ProviderSnapshot provider) {
        return contacts(provider).map(Contact::contactId).toList();
    }

    private static ProviderSnapshot apartFromHealth(ProviderSnapshot provider) {
        return new ProviderSnapshot(
                provider.providerId(),
                0,
                provider.name(),
                provider.legalName(),
                provider.type(),
                provider.country(),
                provider.namingSource(),
                provider.group(),
                provider.mergedInto(),
                provider.retired(),
                provider.reportedApart(),
                provider.contacts().stream().map(Reachability::apartFromHealth).toList());
    }

    private static Contact apartFromHealth(Contact contact) {
        return new Contact(
                contact.contactId(),
                contact.channel(),
                contact.address(),
                contact.format(),
                contact.language(),
                Health.UNKNOWN,
                null,
                contact.noForward(),
                contact.perceptualHashes(),
                contact.openpgpFingerprint());
    }

    /** Whether a notice can be written to such an address at all. */
    static boolean isWrittenTo(Contact contact) {
        return switch (contact.channel()) {
            case EMAIL -> MailAddress.parse(contact.address()).isPresent();
            case WEB_FORM -> FormAddress.is(contact.address());
            case HTTPS_JSON, UNKNOWN -> false;
        };
    }

    private static double contactability(Contact contact) {
        return switch (contact.health()) {
            case OK -> 1;
            case UNVERIFIED, UNKNOWN -> 0.6;
            case SOFT_FAILING, QUOTA -> 0.2;
            case DEAD, COMPLAINED, POLICY_BLOCKED -> 0;
        };
    }
}
