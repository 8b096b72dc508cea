package org.vigie.metrics.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.metrics.ledger.Ending.Removed;

/** Everything known of one content at one provider: where it was targeted and where it was sighted. */
final class ContentHistory {

    private static final Comparator<Counted> BY_HANDOVER = Comparator.comparingLong(
                    (Counted counted) -> counted.lifecycle().handedOverAt())
            .thenComparing(counted -> counted.lifecycle().targetingId());

    private final ContentKey key;
    private final List<Counted> targetings = new ArrayList<>(1);
    private final Map<UUID, List<Long>> sightings = HashMap.newHashMap(1);
    private Summary settled = Summary.NOTHING;

    /**
     * What the content adds to the distinct contents of each role it was targeted in.
     *
     * @param sightedAgain seen at the provider after a confirmed removal there
     */
    record Summary(Set<Role> roles, boolean sightedAgain) {
        static final Summary NOTHING = new Summary(Set.of(), false);
    }

    ContentHistory(ContentKey key) {
        this.key = key;
    }

    ContentKey key() {
        return key;
    }

    void add(Counted counted) {
        var at = Collections.binarySearch(targetings, counted, BY_HANDOVER);
        targetings.add(-at - 1, counted);
    }

    void remove(Counted counted) {
        targetings.remove(Collections.binarySearch(targetings, counted, BY_HANDOVER));
    }

    /** Notes when a case had the content sighted at the provider, null when it no longer says so. */
    void sighted(UUID caseId, @Nullable List<Long> at) {
        if (at == null) {
            sightings.remove(caseId);
        } else {
            sightings.put(caseId, at);
        }
    }

    List<UUID> sightingCases() {
        return List.copyOf(sightings.keySet());
    }

    boolean isEmpty() {
        return targetings.isEmpty() && sightings.isEmpty();
    }

    Summary settled() {
        return settled;
    }

    /** Decides again which targetings repeat and what the content adds to the distinct ones. */
    Summary settle() {
        settleRepeats();
        settled = targetings.isEmpty() ? Summary.NOTHING : new Summary(roles(), sightedAgain(Long.MAX_VALUE));
        return settled;
    }

    List<Counted> targetings() {
        return targetings;
    }

    /** A targeting repeats if one of another case or cycle was handed over strictly earlier. */
    private void settleRepeats() {
        if (!key.identified() || targetings.isEmpty()) {
            return;
        }
        var first = targetings.getFirst().lifecycle();
        var second = targetings.stream()
                .map(Counted::lifecycle)
                .filter(other -> !other.caseCycle().equals(first.caseCycle()))
                .findFirst()
                .orElse(first);
        for (var counted : targetings) {
            var lifecycle = counted.lifecycle();
            var earlier = lifecycle.caseCycle().equals(first.caseCycle()) ? second : first;
            counted.setRepeat(earlier.handedOverAt() < lifecycle.handedOverAt()
                    && !earlier.caseCycle().equals(lifecycle.caseCycle()));
        }
    }

    private Set<Role> roles() {
        var roles = EnumSet.noneOf(Role.class);
        targetings.forEach(counted -> roles.add(counted.lifecycle().role()));
        return roles;
    }

    /** Whether it was sighted after a confirmed removal, by what had happened up to then (epoch milliseconds). */
    boolean sightedAgain(long asOf) {
        if (!key.identified()) {
            return false;
        }
        var firstRemoval = Long.MAX_VALUE;
        var lastSighting = Long.MIN_VALUE;
        for (var times : sightings.values()) {
            for (var at : times) {
                lastSighting = at <= asOf ? Math.max(lastSighting, at) : lastSighting;
            }
        }
        for (var counted : targetings) {
            var lifecycle = counted.lifecycle();
            if (lifecycle.ending() instanceof Removed removed) {
                firstRemoval = Math.min(firstRemoval, removed.at());
            }
            var speaksForItself = lifecycle.cycle() > 1 || !sightings.containsKey(lifecycle.caseId());
            if (speaksForItself && lifecycle.handedOverAt() <= asOf) {
                lastSighting = Math.max(lastSighting, lifecycle.handedOverAt());
            }
        }
        return lastSighting > firstRemoval;
    }
}
