package org.vigie.metrics.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.removal.CaseSnapshot;

/** Cases and their presence, and what they say was sighted where, which the histories are told. */
final class Cases {

    private final Lifecycles lifecycles;
    private final Histories histories;
    private final Merges merges;
    private final Map<UUID, CaseSnapshot> cases = new HashMap<>();
    private final Map<UUID, AvailabilitySnapshot> availability = new HashMap<>();

    Cases(Lifecycles lifecycles, Histories histories, Merges merges) {
        this.lifecycles = lifecycles;
        this.histories = histories;
        this.merges = merges;
    }

    boolean isNews(CaseSnapshot snapshot) {
        var known = cases.get(snapshot.caseId());
        return known == null || known.version() < snapshot.version();
    }

    boolean isNews(AvailabilitySnapshot snapshot) {
        var known = availability.get(snapshot.caseId());
        return known == null || known.version() < snapshot.version();
    }

    void put(CaseSnapshot snapshot) {
        changing(snapshot.caseId(), () -> cases.put(snapshot.caseId(), snapshot));
    }

    void put(AvailabilitySnapshot snapshot) {
        changing(snapshot.caseId(), () -> availability.put(snapshot.caseId(), snapshot));
    }

    Collection<CaseSnapshot> all() {
        return Collections.unmodifiableCollection(cases.values());
    }

    @Nullable
    AvailabilitySnapshot availabilityOf(UUID caseId) {
        return availability.get(caseId);
    }

    /** Changes what is known of a case, and with it what was sighted where. */
    void changing(UUID caseId, Runnable change) {
        unsight(caseId);
        change.run();
        sight(caseId);
    }

    /** Tells all sightings once more. */
    void sightAll() {
        cases.keySet().forEach(this::sight);
    }

    private void sight(UUID caseId) {
        sightingsOf(caseId).forEach((content, at) -> histories.sighted(histories.number(content), caseId, at));
    }

    private void unsight(UUID caseId) {
        sightingsOf(caseId).forEach((content, _) -> histories.sighted(histories.number(content), caseId, List.of()));
    }

    /** When each content of the case was sighted, at each provider that had to do with it. */
    private Map<ContentKey, List<Long>> sightingsOf(UUID caseId) {
        var known = cases.get(caseId);
        if (known == null) {
            return Map.of();
        }
        var here = new HashSet<UUID>();
        if (known.hostProvider() != null) {
            here.add(merges.survivor(known.hostProvider()));
        }
        if (known.addressee() != null) {
            here.add(merges.survivor(known.addressee().providerId()));
        }
        var providers = new HashSet<>(here);
        lifecycles
                .rowsOfCase(lifecycles.caseNumber(caseId))
                .mapToObj(row -> histories.provider(lifecycles.history(row)))
                .forEach(providers::add);
        var sightings = HashMap.<ContentKey, List<Long>>newHashMap(2);
        for (var content : known.contents()) {
            for (var provider : providers) {
                var times = sightings.computeIfAbsent(
                        ContentKey.of(provider, content.contentToken(), content.contentId()), _ -> new ArrayList<>(1));
                times.add(content.firstReportedAt());
                if (here.contains(provider)) {
                    times.addAll(reappearances(caseId));
                }
            }
        }
        return sightings;
    }

    private List<Long> reappearances(UUID caseId) {
        var presence = availability.get(caseId);
        var times = new ArrayList<Long>();
        if (presence != null) {
            for (var removal : presence.removals()) {
                if (removal.reappearedAt() != null) {
                    times.add(removal.reappearedAt());
                }
            }
        }
        return times;
    }
}
