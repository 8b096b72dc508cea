package org.vigie.metrics.removal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.provider.ProviderSnapshot;

/**
 * Archives by provider, most first: each counts one whatever it contains, so what it contains is shown apart.
 *
 * @param asOf up to when presence is counted, absent before the checker has checked anything
 */
public record ArchiveTable(@Nullable Instant asOf, List<Row> rows) {

    public ArchiveTable {
        rows = List.copyOf(rows);
    }

    /**
     * The archives of one provider.
     *
     * @param provider null while provider-registry has said nothing of it
     * @param archivesTargeted archives at URLs that a notice to it named
     * @param containedVerified verified members, as reporters counted them
     * @param containedApparent members that look alike, as reporters counted them
     * @param sightings reports of these archives at these URLs
     * @param stillAccessible of the archives, those not removed by then
     */
    public record Row(
            UUID providerId,
            @Nullable ProviderSnapshot provider,
            long archivesTargeted,
            long containedVerified,
            long containedApparent,
            long sightings,
            long stillAccessible) {}
}
