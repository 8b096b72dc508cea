package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What earlier checks say that a check must know.
 *
 * @param checks how many there were: with the case it decides what a control is called
 * @param streak the failed checks without a good one since, absent if the last was none
 * @param baseline how things were when it was last seen, absent if it never was
 * @param headTells whether a HEAD ever found it there, so that a HEAD that does not says something
 * @param up whether the last check found it
 * @param wanted whether something waits for this check: then HEAD alone is not believed
 * @param now on the one clock, for URLs that say when they end
 */
public record Prior(
        UUID caseId,
        int checks,
        @Nullable FailureStreak streak,
        @Nullable Baseline baseline,
        boolean headTells,
        boolean up,
        boolean wanted,
        Instant now) {

    private static final int ALL_ANEW_EVERY = 16;
    private static final Set<RemovalRule> NOT_FOUND =
            Set.of(RemovalRule.GONE_410, RemovalRule.GONE_404, RemovalRule.GONE_UNCONTROLLED);
    /** More than a check takes. */
    private static final Duration LONG_CHECK = Duration.ofMinutes(30);

    /** Of a URL that was never checked. */
    public static Prior none(UUID caseId, Instant now) {
        return new Prior(caseId, 0, null, null, false, false, true, now);
    }

    /** How many failed checks there were without a good one since. */
    int badChecks() {
        return streak == null ? 0 : streak.observations();
    }

    /**
     * Whether the very answer that there was needs no control: none could turn what it says, and how controls are
     * answered was asked lately.
     */
    boolean isSettled() {
        return up && !wanted && baseline != null && !isAllAnew();
    }

    /**
     * Whether one more check that does not find it can confirm nothing yet: what lies beside it was asked by the check
     * that began the streak, and is asked again by the one that may end it.
     */
    boolean isAmidNotFound() {
        return streak != null
                && NOT_FOUND.contains(streak.rule())
                && now.plus(LONG_CHECK)
                        .isBefore(streak.firstBadAt().plus(streak.rule().span()));
    }

    /** Whether it is this check's turn to ask a control and the root again, however well all is. */
    boolean isAllAnew() {
        return checks % ALL_ANEW_EVERY == 0;
    }
}
