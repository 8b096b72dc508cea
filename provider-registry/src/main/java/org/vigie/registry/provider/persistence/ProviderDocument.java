package org.vigie.registry.provider.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.registry.provider.Contact;
import org.vigie.registry.provider.NetworkObject;
import org.vigie.registry.provider.PastFact;
import org.vigie.registry.provider.Provider;
import org.vigie.registry.provider.Source;
import org.vigie.registry.provider.Vetting;

/** A provider as MongoDB keeps it; its own outbox. */
@Document("providers")
record ProviderDocument(
        @Id String id,
        @Version @Nullable Long version,
        boolean unpublished,
        String nameKey,
        String name,
        @Nullable String legalName,
        Role type,
        @Nullable String country,
        @Nullable String namingSource,
        @Nullable String group,
        @Nullable String mergedInto,
        boolean retired,
        @Nullable String reportedApart,
        ProbeRule probeRule,
        List<ObjectPart> networkObjects,
        List<ContactPart> contacts,
        @Nullable List<PastPart> past) {

    record PastPart(
            String fact,
            String value,
            @Nullable Source source,
            @Nullable Instant from,
            Instant until) {

        static PastPart of(PastFact past) {
            return new PastPart(past.fact(), past.value(), past.source(), past.from(), past.until());
        }

        PastFact toDomain() {
            return new PastFact(fact, value, source, from, until);
        }
    }

    record ObjectPart(String key, NetworkObject.Kind kind, String value, Source source, Instant validFrom) {

        static ObjectPart of(NetworkObject object) {
            return new ObjectPart(
                    object.id().toString(), object.kind(), object.value(), object.source(), object.validFrom());
        }

        NetworkObject toDomain() {
            return new NetworkObject(UUID.fromString(key), kind, value, source, validFrom);
        }
    }

    record ContactPart(
            String key,
            Channel channel,
            String address,
            Format format,
            String language,
            Health health,
            Source source,
            @Nullable Vetting noForward,
            @Nullable Instant lastConfirmed,
            @Nullable String openpgpFingerprint) {

        static ContactPart of(Contact contact) {
            return new ContactPart(
                    contact.id().toString(),
                    contact.channel(),
                    contact.address(),
                    contact.format(),
                    contact.language(),
                    contact.health(),
                    contact.source(),
                    contact.noForward(),
                    contact.lastConfirmed(),
                    contact.openpgpFingerprint());
        }

        Contact toDomain() {
            return new Contact(
                    UUID.fromString(key),
                    channel,
                    address,
                    format,
                    language,
                    health,
                    source,
                    noForward,
                    lastConfirmed,
                    openpgpFingerprint);
        }
    }

    static ProviderDocument of(Provider provider) {
        return new ProviderDocument(
                provider.id().toString(),
                provider.version(),
                true,
                provider.nameKey(),
                provider.name(),
                provider.legalName(),
                provider.type(),
                provider.country(),
                provider.namingSource(),
                text(provider.group()),
                text(provider.mergedInto()),
                provider.retired(),
                provider.reportedApart(),
                provider.probeRule(),
                provider.networkObjects().stream().map(ObjectPart::of).toList(),
                provider.contacts().stream().map(ContactPart::of).toList(),
                provider.past().stream().map(PastPart::of).toList());
    }

    Provider toDomain() {
        return new Provider(
                UUID.fromString(id),
                version,
                name,
                legalName,
                type,
                country,
                namingSource,
                uuid(group),
                uuid(mergedInto),
                retired,
                reportedApart,
                probeRule,
                networkObjects.stream().map(ObjectPart::toDomain).toList(),
                contacts.stream().map(ContactPart::toDomain).toList(),
                past == null ? List.of() : past.stream().map(PastPart::toDomain).toList());
    }

    /** Only the kind and the id. */
    @Override
    public String toString() {
        return "ProviderDocument[" + id + "]";
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable UUID uuid(@Nullable String id) {
        return id == null ? null : UUID.fromString(id);
    }
}
