package org.vigie.availability.watch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What earlier looks say that a look must know.
 *
 * @param looks how many there were: with the case it decides what a sibling is called
 * @param badLooks how many bad ones there were without a good one since
 * @param settledHeaders digest of the headers while it is up and nothing is in doubt, absent otherwise
 * @param headTells whether a HEAD ever found it there, so that a HEAD that does not says something
 */
public record Prior(
        UUID caseId, int looks, int badLooks, @Nullable String settledHeaders, boolean headTells) {

    /** Of a URL that was never looked at. */
    public static Prior none(UUID caseId) {
        return new Prior(caseId, 0, 0, null, false);
    }
}
