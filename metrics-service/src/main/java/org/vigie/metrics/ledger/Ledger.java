package org.vigie.metrics.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.TargetingSnapshot;

/**
 * Everything that is counted. A newer snapshot takes the place of the older one: its contribution goes out and the new
 * one comes in, so what the ledger holds depends on which snapshots it was given and not on their order, on repeats or
 * on versions that never came. Not safe for threads.
 */
public final class Ledger {

    private final Map<UUID, Counted> targetings = new HashMap<>();
    private final Map<UUID, List<UUID>> targetingsOfCase = new HashMap<>();
    private final Map<UUID, CaseSnapshot> cases = new HashMap<>();
    private final Map<UUID, AvailabilitySnapshot> availability = new HashMap<>();
    private final Map<UUID, UUID> survivors = new HashMap<>();
    private final Map<CellKey, Cell> cells = new HashMap<>();
    private final Map<ContentKey, ContentHistory> histories = new HashMap<>();
    private final Map<Addressed, DistinctContents> distinct = new HashMap<>();
    private final Set<ContentHistory> unsettled = new HashSet<>();
    private long revision;

    /** Whether the snapshot is newer than what is counted. */
    public boolean isNews(TargetingSnapshot snapshot) {
        var counted = targetings.get(snapshot.targetingId());
        return counted == null || counted.lifecycle().version() < snapshot.version();
    }

    /** Whether the snapshot is newer than what is counted. */
    public boolean isNews(CaseSnapshot snapshot) {
        var known = cases.get(snapshot.caseId());
        return known == null || known.version() < snapshot.version();
    }

    /** Whether the snapshot is newer than what is counted. */
    public boolean isNews(AvailabilitySnapshot snapshot) {
        var known = availability.get(snapshot.caseId());
        return known == null || known.version() < snapshot.version();
    }

    /** Counts a targeting as it stands now; an older or repeated snapshot changes nothing. */
    public void fold(TargetingSnapshot snapshot) {
        if (isNews(snapshot)) {
            fold(Lifecycle.of(snapshot, survivor(snapshot.providerId())));
        }
    }

    /** Counts a case as it stands now; an older or repeated snapshot changes nothing. */
    public void fold(CaseSnapshot snapshot) {
        if (isNews(snapshot)) {
            changing(snapshot.caseId(), () -> cases.put(snapshot.caseId(), snapshot));
        }
    }

    /** Counts what became of a case's presence; an older or repeated snapshot changes nothing. */
    public void fold(AvailabilitySnapshot snapshot) {
        if (isNews(snapshot)) {
            changing(snapshot.caseId(), () -> availability.put(snapshot.caseId(), snapshot));
        }
    }

    /** From now on one provider stands for another, for what was counted before as well. */
    public void merge(UUID provider, UUID survivor) {
        if (provider.equals(survivor) || survivor.equals(survivors.put(provider, survivor))) {
            return;
        }
        List.copyOf(targetings.values()).stream()
                .map(Counted::lifecycle)
                .filter(lifecycle -> !survivor(lifecycle.provider()).equals(lifecycle.provider()))
                .forEach(lifecycle -> fold(lifecycle.at(survivor(lifecycle.provider()))));
        // What was sighted at the one is sighted at the other.
        for (var history : List.copyOf(histories.values())) {
            history.sightingCases().forEach(caseId -> history.sighted(caseId, null));
            unsettled.add(history);
        }
        cases.keySet().forEach(this::sight);
        revision++;
    }

    /** Settles what changed, and returns the cells: targetings by provider, role, stage, category, kind and month. */
    public Map<CellKey, Cell> cells() {
        settle();
        return Collections.unmodifiableMap(cells);
    }

    /** Settles what changed, and returns the distinct contents of every provider and role. */
    public Map<Addressed, DistinctContents> distinctContents() {
        settle();
        return Collections.unmodifiableMap(distinct);
    }

    /** Every targeting, in no particular order. */
    public Stream<Lifecycle> lifecycles() {
        return targetings.values().stream().map(Counted::lifecycle);
    }

    /** Settles what changed, and returns every targeting, in no particular order. */
    public Stream<Entry> entries() {
        settle();
        return targetings.values().stream().map(counted -> new Entry(counted.lifecycle(), counted.repeat()));
    }

    /** Whether the content had been sighted at its provider again after a confirmed removal there by that instant. */
    public boolean sightedAgain(ContentKey content, long asOf) {
        var history = histories.get(content);
        return history != null && history.sightedAgain(asOf);
    }

    /** Every targeting of a case, in no particular order. */
    public Stream<Lifecycle> lifecyclesOf(UUID caseId) {
        return targetingsOfCase.getOrDefault(caseId, List.of()).stream()
                .map(id -> Objects.requireNonNull(targetings.get(id)).lifecycle());
    }

    /** Every case, in no particular order. */
    public Collection<CaseSnapshot> cases() {
        return Collections.unmodifiableCollection(cases.values());
    }

    /** What is known of a case's presence, null if nothing is. */
    public @Nullable AvailabilitySnapshot availabilityOf(UUID caseId) {
        return availability.get(caseId);
    }

    /** Counts the changes so far: while it stays, so does every number but those that age. */
    public long revision() {
        return revision;
    }

    private void fold(Lifecycle lifecycle) {
        changing(lifecycle.caseId(), () -> {
            var before = targetings.get(lifecycle.targetingId());
            if (before != null) {
                withdraw(before);
            }
            enter(lifecycle);
        });
    }

    /** What a case says of sightings depends on the case, its presence and its targetings. */
    private void changing(UUID caseId, Runnable change) {
        unsight(caseId);
        change.run();
        sight(caseId);
        revision++;
    }

    private void enter(Lifecycle lifecycle) {
        var key = CellKey.of(lifecycle);
        var cell = cells.computeIfAbsent(key, _ -> new Cell());
        cell.count(lifecycle, 1);
        var counted = new Counted(lifecycle, cell);
        targetings.put(lifecycle.targetingId(), counted);
        targetingsOfCase.merge(lifecycle.caseId(), List.of(lifecycle.targetingId()), Ledger::union);
        if (lifecycle.counts()) {
            changed(lifecycle.content()).add(counted);
        }
    }

    /** Both without repeats; most cases have one targeting, and lists of one are small. */
    private static List<UUID> union(List<UUID> known, List<UUID> more) {
        return Stream.concat(known.stream(), more.stream()).distinct().toList();
    }

    private void withdraw(Counted counted) {
        var lifecycle = counted.lifecycle();
        counted.setRepeat(false);
        if (lifecycle.counts()) {
            changed(lifecycle.content()).remove(counted);
        }
        var key = CellKey.of(lifecycle);
        var cell = Objects.requireNonNull(cells.get(key));
        cell.count(lifecycle, -1);
        if (cell.isEmpty()) {
            cells.remove(key);
        }
    }

    private void sight(UUID caseId) {
        for (var sighting : sightingsOf(caseId).entrySet()) {
            changed(sighting.getKey()).sighted(caseId, sighting.getValue());
        }
    }

    private void unsight(UUID caseId) {
        for (var key : sightingsOf(caseId).keySet()) {
            changed(key).sighted(caseId, null);
        }
    }

    /** When each content of the case was sighted, at each provider that had to do with it. */
    private Map<ContentKey, List<Long>> sightingsOf(UUID caseId) {
        var known = cases.get(caseId);
        if (known == null) {
            return Map.of();
        }
        var here = new HashSet<UUID>();
        if (known.hostProvider() != null) {
            here.add(survivor(known.hostProvider()));
        }
        if (known.addressee() != null) {
            here.add(survivor(known.addressee().providerId()));
        }
        var providers = new HashSet<>(here);
        lifecyclesOf(caseId).map(Lifecycle::provider).forEach(providers::add);
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

    private ContentHistory changed(ContentKey key) {
        var history = histories.computeIfAbsent(key, ContentHistory::new);
        unsettled.add(history);
        return history;
    }

    private void settle() {
        for (var history : unsettled) {
            count(history, history.settled(), false);
            count(history, history.settle(), true);
            if (history.isEmpty()) {
                histories.remove(history.key());
            }
        }
        unsettled.clear();
    }

    private void count(ContentHistory history, ContentHistory.Summary summary, boolean in) {
        var one = new DistinctContents(1, history.key().identified() ? 1 : 0, summary.sightedAgain() ? 1 : 0);
        for (var role : summary.roles()) {
            distinct.compute(new Addressed(history.key().provider(), role), (_, before) -> {
                var base = before == null ? DistinctContents.NONE : before;
                var after = in ? base.plus(one) : base.minus(one);
                return after.all() == 0 ? null : after;
            });
        }
    }

    private UUID survivor(UUID provider) {
        var stands = provider;
        for (int steps = 0; steps <= survivors.size(); steps++) {
            var next = survivors.get(stands);
            if (next == null) {
                return stands;
            }
            stands = next;
        }
        return provider; // providers merged into each other
    }
}
