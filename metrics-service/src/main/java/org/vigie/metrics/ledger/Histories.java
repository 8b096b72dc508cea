package org.vigie.metrics.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vigie.events.Role;

/**
 * Everything known of each content at each provider: where it was targeted and where it was sighted. A history is a
 * number; its rows are chained.
 */
final class Histories {

    private static final Role[] ROLES = Role.values();
    private static final Bits LAYOUT = new Bits();
    private static final int IDENTIFIED = LAYOUT.flag().bit();
    private static final int UNSETTLED = LAYOUT.flag().bit();
    private static final int SIGHTED_AGAIN = LAYOUT.flag().bit();
    private static final Bits.AnyOf<Role> TARGETED_AS = LAYOUT.anyOf(ROLES);

    private final Lifecycles lifecycles;
    private final Interned providers;
    /** Names of contents, each owned by the number of a provider. */
    private final Interned keys = new Interned();

    private final IntColumn first = new IntColumn();
    private final IntColumn next = new IntColumn();
    private final IntColumn marks = new IntColumn();
    private final SightedAt sightedAt = new SightedAt();

    private IntColumn unsettled = new IntColumn();
    private int unsettledCount;
    /** By place: how many contents, how many of them identified, how many of those sighted again. */
    private final List<long[]> distinct = new ArrayList<>();

    Histories(Lifecycles lifecycles, Interned providers) {
        this.lifecycles = lifecycles;
        this.providers = providers;
    }

    /** The number of a content at a provider, a new one if need be. */
    int number(ContentKey key) {
        return number(providers.number(key.provider()), key.content(), key.identified());
    }

    int number(int provider, UUID content, boolean identified) {
        var known = keys.size();
        var history = keys.number(provider, content);
        if (history == known) {
            marks.set(history, identified ? IDENTIFIED : 0);
        }
        return history;
    }

    ContentKey key(int history) {
        return new ContentKey(provider(history), keys.id(history), (marks.get(history) & IDENTIFIED) != 0);
    }

    UUID provider(int history) {
        return providers.id(keys.owner(history));
    }

    int providerNumber(int history) {
        return keys.owner(history);
    }

    /** The provider of a history in the role that a row was addressed in. */
    int place(int history, int row) {
        return Cells.place(keys.owner(history), lifecycles.role(row));
    }

    void link(int history, int row) {
        next.set(row, first.get(history));
        first.set(history, row + 1);
        changed(history);
    }

    void unlink(int history, int row) {
        if (first.get(history) == row + 1) {
            first.set(history, next.get(row));
        } else {
            var before = first.get(history) - 1;
            while (next.get(before) != row + 1) {
                before = next.get(before) - 1;
            }
            next.set(before, next.get(row));
        }
        changed(history);
    }

    /** Its targetings may have changed: it is settled again before the next question. */
    void changed(int history) {
        var mark = marks.get(history);
        if ((mark & UNSETTLED) == 0) {
            marks.set(history, mark | UNSETTLED);
            unsettled.set(unsettledCount++, history);
        }
    }

    /** Notes that a case had the content sighted at the provider. */
    void sighted(int history, int caseNumber, long at) {
        sightedAt.add(history, caseNumber, at);
        changed(history);
    }

    /** Forgets what a case told of it. */
    void unsighted(int history, int caseNumber) {
        sightedAt.forget(history, caseNumber);
        changed(history);
    }

    /** Decides again which targetings repeat and what the contents add to the distinct ones. */
    void settle(Cells cells) {
        for (int i = 0; i < unsettledCount; i++) {
            var history = unsettled.get(i);
            count(history, false);
            settleRepeats(history, cells);
            var mark = marks.get(history) & IDENTIFIED;
            for (int row = first.get(history) - 1; row >= 0; row = next.get(row) - 1) {
                mark |= TARGETED_AS.of(lifecycles.role(row));
            }
            marks.set(history, mark | (sightedAgain(history, Long.MAX_VALUE) ? SIGHTED_AGAIN : 0));
            count(history, true);
        }
        unsettledCount = 0;
        unsettled = new IntColumn();
    }

    Map<Addressed, DistinctContents> distinct() {
        var all = new HashMap<Addressed, DistinctContents>();
        for (int place = 0; place < distinct.size(); place++) {
            var counts = distinct.get(place);
            if (counts[0] > 0) {
                all.put(Cells.addressed(place, providers), new DistinctContents(counts[0], counts[1], counts[2]));
            }
        }
        return all;
    }

    /** A targeting repeats if one of another case or cycle was handed over strictly earlier. */
    private void settleRepeats(int history, Cells cells) {
        if ((marks.get(history) & IDENTIFIED) == 0) {
            return;
        }
        var earliest = earliest(history, Interned.NONE);
        var second = earliest(history, earliest);
        for (int row = first.get(history) - 1; row >= 0; row = next.get(row) - 1) {
            var earlier = lifecycles.sameCycle(row, earliest) ? second : earliest;
            var repeat = earlier >= 0 && lifecycles.handedOverAt(earlier) < lifecycles.handedOverAt(row);
            if (repeat != lifecycles.repeat(row)) {
                lifecycles.setRepeat(row, repeat);
                cells.countRepeat(place(history, row), lifecycles.cellKey(row), repeat ? 1 : -1);
            }
        }
    }

    /** The earliest row of another case or cycle than the row given, {@link Interned#NONE} if there is none. */
    private int earliest(int history, int apartFrom) {
        var found = Interned.NONE;
        for (int row = first.get(history) - 1; row >= 0; row = next.get(row) - 1) {
            if ((apartFrom < 0 || !lifecycles.sameCycle(row, apartFrom))
                    && (found < 0 || lifecycles.handedOverAt(row) < lifecycles.handedOverAt(found))) {
                found = row;
            }
        }
        return found;
    }

    /** Whether the content had been sighted at its provider again after a confirmed removal there by that instant. */
    boolean sightedAgain(ContentKey content, long asOf) {
        var provider = providers.find(content.provider());
        var history = provider < 0 ? Interned.NONE : keys.find(provider, content.content());
        return history >= 0 && sightedAgain(history, asOf);
    }

    private boolean sightedAgain(int history, long asOf) {
        if ((marks.get(history) & IDENTIFIED) == 0) {
            return false;
        }
        var firstRemoval = Long.MAX_VALUE;
        for (int row = first.get(history) - 1; row >= 0; row = next.get(row) - 1) {
            firstRemoval = Math.min(firstRemoval, lifecycles.removedAt(row));
        }
        return firstRemoval < asOf && lastSighting(history, asOf) > firstRemoval;
    }

    /** A handover is a sighting where the case tells of none, and in a later cycle. */
    private long lastSighting(int history, long asOf) {
        var last = sightedAt.last(history, asOf);
        for (int row = first.get(history) - 1; row >= 0; row = next.get(row) - 1) {
            var handover = lifecycles.handedOverAt(row);
            if (handover <= asOf
                    && handover > last
                    && (lifecycles.cycle(row) > 1 || !sightedAt.tells(history, lifecycles.caseOf(row)))) {
                last = handover;
            }
        }
        return last;
    }

    private void count(int history, boolean in) {
        var mark = marks.get(history);
        for (var role : ROLES) {
            if (TARGETED_AS.isIn(mark, role)) {
                var counts = counts(Cells.place(keys.owner(history), role));
                var change = in ? 1 : -1;
                counts[0] += change;
                counts[1] += (mark & IDENTIFIED) == 0 ? 0 : change;
                counts[2] += (mark & SIGHTED_AGAIN) == 0 ? 0 : change;
            }
        }
    }

    private long[] counts(int place) {
        while (distinct.size() <= place) {
            distinct.add(new long[3]);
        }
        return distinct.get(place);
    }
}
