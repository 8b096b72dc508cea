package org.vigie.metrics.publication;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.metrics.removal.RemovalIndicators;
import org.vigie.metrics.volume.CaseFigures;
import org.vigie.metrics.volume.Delays.Spread;

/**
 * What is to be read beside a row's numbers: who seems to have acted, how long we took, and how much came back.
 *
 * @param removedBy absent where a count of it is too small to be shown
 * @param acknowledged absent where no answers are known, as in publications frozen before they were
 * @param returnedWithin30Days of the cases removed that long ago, from 0 to 1; absent if it rests on too few
 */
public record Beside(
        @Nullable RemovedBy removedBy,
        Hours receivedToVerified,
        Hours verifiedToFirstHandover,
        Hours held,
        Hours blockedByCheck,
        @Nullable Double returnedWithin30Days,
        @Nullable Double returnedWithin180Days,
        @Nullable Acknowledged acknowledged) {

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

        private static RemovedBy of(RemovalIndicators indicators) {
            var cell = indicators.cell();
            var own = cell.removedByOwn();
            var other = cell.removedByOther();
            var notKnown = indicators.report().removed().total() - own - other;
            var roles = new EnumMap<Role, Long>(Role.class);
            for (var role : Role.values()) {
                if (cell.removedBy(role) > 0) {
                    roles.put(role, cell.removedBy(role));
                }
            }
            return new RemovedBy(own, other, notKnown, roles);
        }

        /** All of them are shown or none: what is left out of a sum can be told from the rest. */
        List<Long> counts() {
            return List.of(ownAction, actedByOther, notKnown);
        }

        private RemovedBy withoutRoles() {
            return new RemovedBy(ownAction, actedByOther, notKnown, Map.of());
        }

        /** Of every role, in one order. */
        List<Long> ofRoles() {
            return Arrays.stream(Role.values())
                    .map(role -> roles.getOrDefault(role, 0L))
                    .toList();
        }
    }

    /** Hours that cases waited for us; absent where there are too few. */
    public record Hours(@Nullable Integer p50, @Nullable Integer p90) {

        private static Hours of(Spread spread) {
            return spread.n() < FEW_CASES ? new Hours(null, null) : new Hours(spread.p50Hours(), spread.p90Hours());
        }
    }

    /** With everything; {@link CellSuppression} hides what may not be shown. */
    static Beside of(RemovalIndicators indicators, CaseFigures cases) {
        var own = cases.ownDelay();
        var returned = cases.reappearance();
        return new Beside(
                RemovedBy.of(indicators),
                Hours.of(own.receivedToVerified()),
                Hours.of(own.verifiedToHandover()),
                Hours.of(own.held()),
                Hours.of(own.checkBlocked()),
                returned.within30Days().value(),
                returned.within180Days().value(),
                Acknowledged.of(indicators));
    }

    /** The same with these only. */
    Beside only(boolean whoActed, boolean roles, boolean in30Days, boolean in180Days, @Nullable Acknowledged answers) {
        return new Beside(
                removedBy == null || !whoActed ? null : roles ? removedBy : removedBy.withoutRoles(),
                receivedToVerified,
                verifiedToFirstHandover,
                held,
                blockedByCheck,
                in30Days ? returnedWithin30Days : null,
                in180Days ? returnedWithin180Days : null,
                answers);
    }
}
