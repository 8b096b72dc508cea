package org.vigie.notice.neighbours;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider as provider-registry shows it; words stay its words.
 *
 * @param version which a change says that it was read
 * @param mergedInto the provider that took its place, absent if it stands for itself
 */
public record KnownProvider(
        UUID providerId,
        long version,
        String name,
        @Nullable String legalName,
        String type,
        @Nullable String country,
        @Nullable String namingSource,
        @Nullable UUID group,
        @Nullable UUID mergedInto,
        boolean retired,
        @Nullable String reportedApart,
        @Nullable String probeRule,
        int networkObjectCount,
        List<Contact> contacts) {

    public KnownProvider {
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }

    /**
     * Where it takes notices.
     *
     * @param lastConfirmedAt when it last showed that it works, absent if never
     */
    public record Contact(
            UUID contactId,
            String channel,
            String address,
            String format,
            String language,
            String health,
            String source,
            @Nullable Vetting noForward,
            @Nullable Instant lastConfirmedAt,
            @Nullable String openpgpFingerprint) {}

    /** Who made sure, and when, that a contact forwards nothing. */
    public record Vetting(String vettedBy, Instant vettedAt) {}

    /** Whether it is written to. */
    public boolean isActive() {
        return !retired && mergedInto == null;
    }

    /** Leaves addresses out. */
    @Override
    public String toString() {
        return "KnownProvider[%s]".formatted(providerId);
    }
}
