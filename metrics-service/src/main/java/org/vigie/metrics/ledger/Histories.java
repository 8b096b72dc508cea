package org.vigie.metrics.ledger;

import java.util.ArrayList;
import java.util.Arrays;
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
    private static final long[] NEVER = {};
    private static final int IDENTIFIED = 1;
    private static final int UNSETTLED = 2;
    private static final int SIGHTED_AGAIN = 4;
    private static final int ROLE_BITS = 3;

    private final Lifecycles lifecycles;
    private final Interned providers = new Interned();
    private final Interned contents = new Interned();
    private final Interned keys = new Interned();
    private final IntColumn first = new IntColumn();
    private final IntColumn next = new IntColumn();
    private final IntColumn marks = new IntColumn();
    /** Case numbers and times, in pairs. */
    private final List<long[]> sightings = new ArrayList<>();
    /** Of cases that may have no targeting. */
    private final Interned sightingCases = new Interned();

    private final IntColumn unsettled = new IntColumn();
    private int unsettledCount;
    private final Map<Addressed, DistinctContents> distinct = new HashMap<>();

    Histories(Lifecycles lifecycles) {
        this.lifecycles = lifecycles;
    }

    /** The number of a content at a provider, a new one if need be. */
    int number(ContentKey key) {
        var known = keys.size();
        var history = keys.number(providers.number(key.provider()), contents.number(key.content()));
        if (history == known) {
            marks.set(history, key.identified() ? IDENTIFIED : 0);
        }
        return history;
    }

    ContentKey key(int history) {
        return new ContentKey(
                provider(history), contents.id((int) keys.low(history)), (marks.get(history) & IDENTIFIED) != 0);
    }

    UUID provider(int history) {
        return providers.id((int) keys.high(history));
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

    /** Notes when a case had the content sighted at the provider; an empty list if it no longer says so. */
    void sighted(int history, UUID caseId, List<Long> at) {
        var number = sightingCases.number(caseId);
        var before = sightings(history);
        var after = new long[before.length + 2 * at.size()];
        var kept = 0;
        for (int i = 0; i < before.length; i += 2) {
            if (before[i] != number) {
                after[kept++] = before[i];
                after[kept++] = before[i + 1];
            }
        }
        for (var time : at) {
            after[kept++] = number;
            after[kept++] = time;
        }
        while (sightings.size() <= history) {
            sightings.add(NEVER);
        }
        sightings.set(history, kept == 0 ? NEVER : Arrays.copyOf(after, kept));
        changed(history);
    }

    /** Forgets every sighting. */
    void unsightAll() {
        for (int history = 0; history < sightings.size(); history++) {
            if (sightings(history).length > 0) {
                sightings.set(history, NEVER);
                changed(history);
            }
        }
    }

    /** Decides again which targetings repeat and what the contents add to the distinct ones. */
    void settle(Cells cells) {
        for (int i = 0; i < unsettledCount; i++) {
            var history = unsettled.get(i);
            count(history, false);
            settleRepeats(history, cells);
            var mark = marks.get(history) & IDENTIFIED;
            for (int row = first.get(history) - 1; row >= 0; row = next.get(row) - 1) {
                mark |= 1 << (ROLE_BITS + Codes.of(lifecycles.role(row)));
            }
            marks.set(history, mark | (sightedAgain(history, Long.MAX_VALUE) ? SIGHTED_AGAIN : 0));
            count(history, true);
        }
        unsettledCount = 0;
    }

    Map<Addressed, DistinctContents> distinct() {
        return distinct;
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
                cells.countRepeat(
                        new Addressed(provider(history), lifecycles.role(row)),
                        lifecycles.cellKey(row),
                        repeat ? 1 : -1);
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
        var history = keys.find(providers.find(content.provider()), contents.find(content.content()));
        return history >= 0 && sightedAgain(history, asOf);
    }

    private boolean sightedAgain(int history, long asOf) {
        if ((marks.get(history) & IDENTIFIED) == 0) {
            return false;
        }
        var firstRemoval = Long.MAX_VALUE;
        var lastSighting = Long.MIN_VALUE;
        var told = sightings(history);
        for (int i = 0; i < told.length; i += 2) {
            lastSighting = told[i + 1] <= asOf ? Math.max(lastSighting, told[i + 1]) : lastSighting;
        }
        for (int row = first.get(history) - 1; row >= 0; row = next.get(row) - 1) {
            firstRemoval = Math.min(firstRemoval, lifecycles.removedAt(row));
            var handover = lifecycles.handedOverAt(row);
            if (handover <= asOf && handover > lastSighting && (lifecycles.cycle(row) > 1 || !tells(told, row))) {
                lastSighting = handover;
            }
        }
        return lastSighting > firstRemoval;
    }

    /** Whether the case of a row is among those that told of sightings. */
    private boolean tells(long[] told, int row) {
        if (told.length == 0) {
            return false;
        }
        var number = sightingCases.find(lifecycles.caseId(row));
        for (int i = 0; i < told.length; i += 2) {
            if (told[i] == number) {
                return true;
            }
        }
        return false;
    }

    private long[] sightings(int history) {
        return history < sightings.size() ? sightings.get(history) : NEVER;
    }

    private void count(int history, boolean in) {
        var mark = marks.get(history);
        var roles = mark >>> ROLE_BITS;
        if (roles == 0) {
            return;
        }
        var one = new DistinctContents(1, mark & IDENTIFIED, (mark & SIGHTED_AGAIN) == 0 ? 0 : 1);
        for (int role = 0; role < ROLES.length; role++) {
            if ((roles & 1 << role) != 0) {
                count(new Addressed(provider(history), ROLES[role]), one, in);
            }
        }
    }

    private void count(Addressed addressed, DistinctContents one, boolean in) {
        var before = distinct.getOrDefault(addressed, DistinctContents.NONE);
        var after = in ? before.plus(one) : before.minus(one);
        if (after.all() == 0) {
            distinct.remove(addressed);
        } else {
            distinct.put(addressed, after);
        }
    }
}
