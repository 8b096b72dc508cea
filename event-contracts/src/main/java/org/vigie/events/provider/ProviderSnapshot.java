package org.vigie.events.provider;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Moment;
import org.vigie.events.Role;
import org.vigie.events.Version;

/**
 * A provider and how to reach it. Topic {@code providers.v1}, compacted, keyed by provider id; a higher {@code version}
 * replaces a lower one.
 *
 * @param type the role it is shown with; it can be written to in others
 * @param country ISO 3166-1 alpha-2, absent if unknown
 * @param namingSource where the name comes from
 * @param group the provider it belongs to, absent if none
 * @param mergedInto the provider that took its place, absent if it stands for itself
 * @param retired no longer written to
 * @param reportedApart why its numbers stand outside the named table, absent if they stand in it
 */
public record ProviderSnapshot(
        UUID providerId,
        @Version long version,
        String name,
        @Nullable String legalName,
        Role type,
        @Nullable String country,
        @Nullable String namingSource,
        @Nullable UUID group,
        @Nullable UUID mergedInto,
        boolean retired,
        @Nullable String reportedApart,
        List<Contact> contacts) {

    public ProviderSnapshot {
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }

    /**
     * Where the provider takes notices.
     *
     * @param address by channel: a mail address, or an https URL of the provider's own form or interface
     * @param language ISO 639-1
     * @param lastConfirmedAt epoch milliseconds, absent if never
     * @param noForward vetted: may be told several host names in one message
     * @param perceptualHashes a recorded agreement lets PhotoDNA and PDQ hashes be sent
     * @param openpgpFingerprint of the key it reads encrypted mail with, 40 (version 4) or 64 (version 6) upper-case
     *     hexadecimal digits; absent if none is known
     */
    public record Contact(
            UUID contactId,
            Channel channel,
            String address,
            Format format,
            String language,
            Health health,
            @Moment @Nullable Long lastConfirmedAt,
            boolean noForward,
            boolean perceptualHashes,
            @Nullable String openpgpFingerprint) {

        /** Leaves the address out. */
        @Override
        public String toString() {
            return "Contact[" + contactId + ", " + channel + ", " + health + "]";
        }
    }

    /** How a notice reaches a contact. */
    public enum Channel {
        EMAIL,
        HTTPS_JSON,
        WEB_FORM,
        /** Also what a value reads as that this build does not know. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** What the contact reads best. */
    public enum Format {
        TEXT,
        CSV,
        XARF4,
        /** Also what a value reads as that this build does not know. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** Whether mail gets through. */
    public enum Health {
        UNVERIFIED,
        OK,
        SOFT_FAILING,
        QUOTA,
        POLICY_BLOCKED,
        COMPLAINED,
        DEAD,
        /** Also what a value reads as that this build does not know. */
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
