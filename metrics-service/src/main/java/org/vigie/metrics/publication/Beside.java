package org.vigie.metrics.publication;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.metrics.removal.RemovalIndicators;
import org.vigie.metrics.volume.CaseFigures;
import org.vigie.metrics.volume.Delays.Spread;

/**
 * What is to be read beside a row's numbers: who seems to have acted, how long we took, and how much came back.
 *
 * @param removedBy absent where a count of it is too small to be shown
 * @param returnedWithin30Days of the cases removed that long ago, from 0 to 1; absent if it rests on too few
 */
public record Beside(
        @Nullable RemovedBy removedBy,
        Hours receivedToVerified,
        Hours verifiedToFirstHandover,
        Hours held,
        Hours blockedByCheck,
        @Nullable Double returnedWithin30Days,
        @Nullable Double returnedWithin180Days) {

    /** Fewer cases than this say little of a percentile. */
    private static final int FEW_CASES = 20;

    /**
     * Images by who seems to have taken them down; they add up to the removed.
     *
     * @param roles the role of who did, where it is known; empty where a count of it is too small to be shown
     */
    public record RemovedBy(long ownAction, long actedByOther, long notKnown, Map<Role, Long> roles) {

        public RemovedBy {
            // In one order, so that a publication reads the same each time.
            roles = Collections.unmodifiableMap(new TreeMap<>(roles));
        }

        /** All of it or nothing: what is left out of a sum can be told from the rest. */
        private static @Nullable RemovedBy of(RemovalIndicators indicators, int smallest) {
            var cell = indicators.cell();
            var own = cell.removedByOwn();
            var other = cell.removedByOther();
            var notKnown = indicators.report().removed().total() - own - other;
            if (Stream.of(own, other, notKnown).anyMatch(count -> Figure.isSmall(count, smallest))) {
                return null;
            }
            var roles = new EnumMap<Role, Long>(Role.class);
            for (var role : Role.values()) {
                if (cell.removedBy(role) > 0) {
                    roles.put(role, cell.removedBy(role));
                }
            }
            if (roles.values().stream().anyMatch(count -> Figure.isSmall(count, smallest))) {
                roles.clear();
            }
            return new RemovedBy(own, other, notKnown, roles);
        }
    }

    /** Hours that cases waited for us; absent where there are too few. */
    public record Hours(@Nullable Integer p50, @Nullable Integer p90) {

        private static Hours of(Spread spread) {
            return spread.n() < FEW_CASES ? new Hours(null, null) : new Hours(spread.p50Hours(), spread.p90Hours());
        }
    }

    static Beside of(RemovalIndicators indicators, CaseFigures cases, int smallest) {
        var own = cases.ownDelay();
        var returned = cases.reappearance();
        var in30Days = Figure.shareable(returned.within30Days(), smallest);
        var in180Days = Figure.shareable(returned.within180Days(), smallest);
        return new Beside(
                RemovedBy.of(indicators, smallest),
                Hours.of(own.receivedToVerified()),
                Hours.of(own.verifiedToHandover()),
                Hours.of(own.held()),
                Hours.of(own.checkBlocked()),
                in30Days == null ? null : in30Days.value(),
                in180Days == null ? null : in180Days.value());
    }

    /** For a row whose removals are not shown: the three counts add up to them. */
    Beside withoutRemovedBy() {
        return new Beside(
                null,
                receivedToVerified,
                verifiedToFirstHandover,
                held,
                blockedByCheck,
                returnedWithin30Days,
                returnedWithin180Days);
    }
}
