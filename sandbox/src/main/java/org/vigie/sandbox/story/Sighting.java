package org.vigie.sandbox.story;

import java.time.Instant;

/**
 * A report that the world hands in.
 *
 * @param key idempotency key; the same in every run of a seed
 * @param due when it is handed in
 * @param sha256 of the content unit, 64 hex digits
 */
public record Sighting(
        String key, Instant due, String sha256, Kind kind, String maturation, boolean verified, boolean held) {

    /** What was seen. */
    public enum Kind {
        MEDIA,
        ARCHIVE
    }
}
