package org.vigie.registry.provider;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.events.provider.ProviderSnapshot.Format;

/**
 * What somebody says of a provider, as it was said.
 *
 * @param id the id it shall have, absent to have one made
 * @param probeRule absent means any look
 * @param networkObjects absent if nothing is said of them
 */
public record ProviderFacts(
        @Nullable UUID id,
        String name,
        @Nullable String legalName,
        Role type,
        @Nullable String country,
        @Nullable String namingSource,
        @Nullable UUID group,
        @Nullable String reportedApart,
        @Nullable ProbeRule probeRule,
        @Nullable List<ObjectFact> networkObjects,
        List<ContactFact> contacts) {

    public ProviderFacts {
        networkObjects = networkObjects == null ? null : List.copyOf(networkObjects);
        contacts = List.copyOf(contacts);
    }

    /** The network objects, none if nothing is said of them. */
    public List<ObjectFact> objects() {
        return networkObjects == null ? List.of() : networkObjects;
    }

    /** A network object as it was said. */
    public record ObjectFact(NetworkObject.Kind kind, String value) {}

    /**
     * A contact as it was said.
     *
     * @param noForward that it never forwards a notice, absent if nobody made sure of that
     * @param openpgpFingerprint absent where nobody knows of a key
     */
    public record ContactFact(
            Channel channel,
            String address,
            Format format,
            String language,
            @Nullable Vetting noForward,
            @Nullable String openpgpFingerprint) {

        /** Leaves the address out. */
        @Override
        public String toString() {
            return "ContactFact[" + channel + "]";
        }
    }
}
