package org.vigie.availability.watch;

import java.time.Duration;
import java.util.Collection;
import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;

/** What it takes to call something removed, by how its absence shows; from the weakest demand to the strongest. */
public enum RemovalRule {
    GONE_410(2, Duration.ofHours(1), 1, RemovalClass.GONE_410),
    GONE_404(3, Duration.ofHours(6), 1, RemovalClass.GONE_404),
    SOFT_GONE(3, Duration.ofDays(1), 1, RemovalClass.SOFT_GONE),
    GONE_UNCONTROLLED(3, Duration.ofDays(1), 1, RemovalClass.GONE_404),
    NAME_GONE(3, Duration.ofDays(1), 1, RemovalClass.NAME_GONE),
    /** RefusedRules itself, while what lies beside it is not: how hosts quarantine. */
    SHUT(4, Duration.ofDays(2), 3, RemovalClass.SHUT),
    /** Time-outs, server errors, broken name service: what outages look like too. */
    OUTAGE(4, Duration.ofDays(3), 3, RemovalClass.OUTAGE),
    /** Checks that cannot tell, and a witness who says that it is gone. */
    WITNESSED(3, Duration.ofDays(1), 1, RemovalClass.WITNESSED),
    /** The same of a URL that ended by itself: nobody took anything down. */
    EXPIRED(3, Duration.ofDays(1), 1, RemovalClass.EXPIRED);

    private final int observations;
    private final Duration span;
    private final int halfDays;
    private final RemovalClass published;

    RemovalRule(int observations, Duration span, int halfDays, RemovalClass published) {
        this.observations = observations;
        this.span = span;
        this.halfDays = halfDays;
        this.published = published;
    }

    /** The strongest of the rules; there must be one. */
    static RemovalRule strongest(Collection<RemovalRule> rules) {
        return rules.stream().max(RemovalRule::compareTo).orElseThrow();
    }

    /** Whether the streak is long enough, has enough checks, and these lie in enough different half days. */
    boolean isMetBy(FailureStreak streak) {
        return streak.observations() >= observations
                && streak.span().compareTo(span) >= 0
                && streak.halfDays().size() >= halfDays;
    }

    /** Whether checks that cannot tell last long enough for a witness to be believed. */
    boolean isMetBy(CheckHistory.Undecided undecided) {
        return undecided.looks() >= observations && undecided.span().compareTo(span) >= 0;
    }

    /** Whether checks alone never suffice. */
    boolean isWitnessed() {
        return this == WITNESSED || this == EXPIRED;
    }

    /** How long a streak must last at least. */
    Duration span() {
        return span;
    }

    RemovalClass published() {
        return published;
    }
}
