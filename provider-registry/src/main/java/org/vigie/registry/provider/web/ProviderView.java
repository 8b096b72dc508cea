package org.vigie.registry.provider.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.registry.provider.Provider;
import org.vigie.registry.provider.Source;
import org.vigie.registry.provider.Vetting;

/** A provider as it is shown. */
record ProviderView(
        UUID providerId,
        @Nullable Long version,
        String name,
        @Nullable String legalName,
        Role type,
        @Nullable String country,
        @Nullable String namingSource,
        @Nullable UUID group,
        @Nullable UUID mergedInto,
        boolean retired,
        @Nullable String reportedApart,
        ProbeRule probeRule,
        int networkObjectCount,
        List<ContactView> contacts,
        int pastCount) {

    record ContactView(
            UUID contactId,
            Channel channel,
            String address,
            Format format,
            String language,
            Health health,
            Source source,
            @Nullable Vetting noForward,
            @Nullable Instant lastConfirmedAt,
            @Nullable String openpgpFingerprint) {}

    static ProviderView of(Provider provider) {
        return new ProviderView(
                provider.id(),
                provider.version(),
                provider.name(),
                provider.legalName(),
                provider.type(),
                provider.country(),
                provider.namingSource(),
                provider.group(),
                provider.mergedInto(),
                provider.retired(),
                provider.reportedApart(),
                provider.probeRule(),
                provider.networkObjects().size(),
                provider.contacts().stream()
                        .map(contact -> new ContactView(
                                contact.id(),
                                contact.channel(),
                                contact.address(),
                                contact.format(),
                                contact.language(),
                                contact.health(),
                                contact.source(),
                                contact.noForward(),
                                contact.lastConfirmed(),
                                contact.openpgpFingerprint()))
                        .toList(),
                provider.past().size());
    }
}
