package org.vigie.registry.provider;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.registry.provider.ProviderFacts.ContactFact;

/**
 * Where a provider takes notices.
 *
 * @param id made of provider, channel and address
 * @param language ISO 639-1
 * @param noForward that it never forwards a notice, absent if nobody made sure of that
 * @param lastConfirmed when mail last got through or a person last answered, absent if never
 * @param openpgpFingerprint of the key it reads encrypted mail with, absent if none is known
 */
public record Contact(
        UUID id,
        Channel channel,
        String address,
        Format format,
        String language,
        Health health,
        Source source,
        @Nullable Vetting noForward,
        @Nullable Instant lastConfirmed,
        @Nullable String openpgpFingerprint) {

    static Contact of(UUID provider, Source source, ContactFact fact) {
        var id = NameBasedId.of("contact", provider.toString(), fact.channel().name(), fact.address());
        return new Contact(
                id,
                fact.channel(),
                fact.address(),
                fact.format(),
                fact.language(),
                Health.UNVERIFIED,
                source,
                fact.noForward(),
                null,
                fact.openpgpFingerprint());
    }

    /** The same contact, as another provider's. */
    Contact of(UUID provider) {
        return of(provider, source, fact()).withHealth(health, lastConfirmed);
    }

    Contact vetted(@Nullable Vetting vetting) {
        return new Contact(
                id, channel, address, format, language, health, source, vetting, lastConfirmed, openpgpFingerprint);
    }

    /** The same contact with what was learnt of the other. */
    Contact learning(Contact known) {
        return withHealth(known.health, known.lastConfirmed);
    }

    Contact withHealth(Health next, @Nullable Instant confirmed) {
        return new Contact(
                id, channel, address, format, language, next, source, noForward, confirmed, openpgpFingerprint);
    }

    /** How likely a notice gets through: 0 to 1, 0 for a contact that must not be used. */
    public double contactability() {
        return switch (health) {
            case OK -> 1;
            case UNVERIFIED -> 0.6;
            case SOFT_FAILING, QUOTA -> 0.2;
            case DEAD, COMPLAINED, POLICY_BLOCKED, UNKNOWN -> 0;
        };
    }

    /** What was said of it, without what was learnt. */
    ContactFact fact() {
        return new ContactFact(channel, address, format, language, noForward, openpgpFingerprint);
    }

    /** Leaves the address out. */
    @Override
    public String toString() {
        return "Contact[" + id + ", " + channel + ", " + health + "]";
    }
}
