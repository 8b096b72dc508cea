package org.vigie.availability.watch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What earlier looks say that a look must know.
 *
 * @param looks how many there were: with the case it decides what a sibling is called
 * @param badLooks how many bad ones there were without a good one since
 * @param baseline how things were when it was last seen, absent if it never was
 * @param headTells whether a HEAD ever found it there, so that a HEAD that does not says something
 * @param up whether the last look found it
 * @param wanted whether something waits for this look: then HEAD alone is not believed
 * @param now on the one clock, for URLs that say when they end
 */
public record Prior(
        UUID caseId,
        int looks,
        int badLooks,
        @Nullable Baseline baseline,
        boolean headTells,
        boolean up,
        boolean wanted,
        Instant now) {

    private static final int ALL_ANEW_EVERY = 16;

    /** Of a URL that was never looked at. */
    public static Prior none(UUID caseId, Instant now) {
        return new Prior(caseId, 0, 0, null, false, false, true, now);
    }

    /**
     * Whether the very answer that there was needs no sibling: none could turn what it says, and how siblings are
     * answered was asked lately.
     */
    boolean isSettled() {
        return up && !wanted && baseline != null && baseline.isSteady() && !isAllAnew();
    }

    /** Whether it is this look's turn to ask a sibling and the root again, however well all is. */
    boolean isAllAnew() {
        return looks % ALL_ANEW_EVERY == 0;
    }
}
