package org.vigie.events.removal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.SealedUrl;
import org.vigie.events.Version;

/**
 * Where a case's content lies. Topic {@code locations.v1}, compacted, keyed by case id, in the partition of the case; a
 * higher {@code version} replaces a lower one.
 *
 * @param location the {@link Location} as JSON, sealed with the {@code location} keyset; associated data: the case id
 */
public record LocationSnapshot(UUID caseId, @Version long version, SealedUrl location) {

    /**
     * What is sealed: the canonical URL, the page it must be asked from, the page it was seen on. Once a case is
     * erased, {@link #ERASED} stands in its place: readers that know nothing of that find a URL that leads nowhere.
     */
    public record Location(
            String url, @Nullable String referrer, @Nullable String foundOn) {

        /** Of an erased case; no name under {@code .invalid} exists (RFC 6761). */
        public static final Location ERASED = new Location("https://erased.invalid/", null, null);

        /** Says nothing of what it holds. */
        @Override
        public String toString() {
            return "Location";
        }
    }
}
