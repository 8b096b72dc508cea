package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * Failed checks without a good one in between.
 *
 * @param rules of every kind of failed check in it: the strongest decides
 * @param halfDays numbers of the half days (since 1970, UTC) in which it was checked
 * @param identities names of the identities that were answered so
 */
public record FailureStreak(
        Instant firstBadAt,
        Instant lastBadAt,
        int observations,
        Set<RemovalRule> rules,
        Set<Long> halfDays,
        Set<String> identities) {

    private static final long HALF_DAY = Duration.ofHours(12).toMillis();

    public FailureStreak {
        rules = Set.copyOf(rules);
        halfDays = Set.copyOf(halfDays);
        identities = Set.copyOf(identities);
    }

    static FailureStreak startedBy(CheckResult bad) {
        return new FailureStreak(
                bad.at(), bad.at(), 1, Set.of(bad.signal().rule()), Set.of(halfDay(bad.at())), bad.identities());
    }

    FailureStreak and(CheckResult bad) {
        return new FailureStreak(
                firstBadAt,
                bad.at(),
                observations + 1,
                with(rules, bad.signal().rule()),
                with(halfDays, halfDay(bad.at())),
                with(identities, bad.identities()));
    }

    Duration span() {
        return Duration.between(firstBadAt, lastBadAt);
    }

    /** The strongest of the rules that its checks call for. */
    RemovalRule rule() {
        return RemovalRule.strongest(rules);
    }

    /**
     * Whether it amounts to a removal: long enough, and told to more than one identity where there is more than one.
     */
    boolean isConfirmed(int identitiesNeeded) {
        return rule().isMetBy(this) && identities.size() >= identitiesNeeded;
    }

    private static long halfDay(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), HALF_DAY);
    }

    private static <T extends Comparable<T>> Set<T> with(Set<T> some, T another) {
        return with(some, Set.of(another));
    }

    private static <T extends Comparable<T>> Set<T> with(Set<T> some, Set<T> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
