package org.vigie.metrics.ledger;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
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

    private final Interned providers = new Interned();
    private final Interned caseNumbers = new Interned();
    private final Lifecycles lifecycles = new Lifecycles(caseNumbers);
    private final Histories histories = new Histories(lifecycles, providers);
    private final Cells cells = new Cells(providers);
    private final Merges merges = new Merges();
    private final Cases cases = new Cases(caseNumbers, providers, lifecycles, histories, merges);
    private long revision;

    /** Whether the snapshot is newer than what is counted. */
    public boolean isNews(TargetingSnapshot snapshot) {
        var row = lifecycles.find(snapshot.targetingId());
        return row < 0 || lifecycles.version(row) < snapshot.version();
    }

    /** Whether the snapshot is newer than what is counted. */
    public boolean isNews(CaseSnapshot snapshot) {
        return cases.isNews(snapshot);
    }

    /** Whether the snapshot is newer than what is counted. */
    public boolean isNews(AvailabilitySnapshot snapshot) {
        return cases.isNews(snapshot);
    }

    /** Counts a targeting as it stands now; an older or repeated snapshot changes nothing. */
    public void fold(TargetingSnapshot snapshot) {
        var row = lifecycles.find(snapshot.targetingId());
        if (row < 0) {
            cases.addressed(count(row, Lifecycle.of(snapshot, merges.survivor(snapshot.providerId()))));
            revision++;
        } else if (lifecycles.version(row) < snapshot.version()) {
            countAgain(row, Lifecycle.of(snapshot, merges.survivor(snapshot.providerId())));
            revision++;
        }
    }

    private void countAgain(int row, Lifecycle lifecycle) {
        if (histories.provider(lifecycles.history(row)).equals(lifecycle.provider())) {
            count(row, lifecycle);
        } else {
            cases.changing(lifecycles.caseOf(row), () -> count(row, lifecycle));
        }
    }

    /** Counts a case as it stands now; an older or repeated snapshot changes nothing. */
    public void fold(CaseSnapshot snapshot) {
        if (isNews(snapshot)) {
            cases.put(snapshot);
            revision++;
        }
    }

    /** Counts what became of a case's presence; an older or repeated snapshot changes nothing. */
    public void fold(AvailabilitySnapshot snapshot) {
        if (isNews(snapshot)) {
            cases.put(snapshot);
            revision++;
        }
    }

    /** From now on one provider stands for another, for what was counted before as well. */
    public void merge(UUID provider, UUID survivor) {
        if (merges.isNews(provider, survivor)) {
            // What was sighted at the one is sighted at the other.
            cases.sightAgain(() -> {
                merges.add(provider, survivor);
                for (int row = 0; row < lifecycles.size(); row++) {
                    var addressed = histories.provider(lifecycles.history(row));
                    if (!merges.survivor(addressed).equals(addressed)) {
                        count(row, lifecycle(row).at(merges.survivor(addressed)));
                    }
                }
            });
            revision++;
        }
    }

    /** Settles what changed, and returns the cells: targetings by provider, role, stage, category, kind and month. */
    public Map<CellKey, Cell> cells() {
        settle();
        return cells.all();
    }

    /** Settles what changed, and returns all cells of each provider and role in one. */
    public Map<Addressed, Cell> sums() {
        settle();
        return cells.sums();
    }

    /** Settles what changed, and returns how large the cells are. */
    public CellBytes cellBytes() {
        settle();
        var shelves = cells.shelves().values();
        return new CellBytes(
                shelves.stream().mapToLong(shelf -> shelf.counts().length).sum(),
                shelves.stream().mapToLong(shelf -> shelf.report().length).sum(),
                shelves.stream().mapToLong(shelf -> shelf.delivered().length).sum());
    }

    /** Settles what changed, and returns the distinct contents of every provider and role. */
    public Map<Addressed, DistinctContents> distinctContents() {
        settle();
        return histories.distinct();
    }

    /** How many targetings there are, void ones included. */
    public int targetingCount() {
        return lifecycles.size();
    }

    /** Every targeting, in no particular order. */
    public Stream<Lifecycle> lifecycles() {
        return IntStream.range(0, lifecycles.size()).mapToObj(this::lifecycle);
    }

    /** Settles what changed, and returns every targeting, in no particular order. */
    public Stream<Entry> entries() {
        settle();
        return IntStream.range(0, lifecycles.size()).mapToObj(this::entry);
    }

    /** Settles what changed, and returns the targetings of each case that has any, in no particular order. */
    public Stream<List<Entry>> entriesByCase() {
        settle();
        return IntStream.range(0, caseNumbers.size())
                .mapToObj(number ->
                        lifecycles.rowsOfCase(number).mapToObj(this::entry).toList());
    }

    /** Whether the content had been sighted at its provider again after a confirmed removal there by that instant. */
    public boolean sightedAgain(ContentKey content, long asOf) {
        return histories.sightedAgain(content, asOf);
    }

    /** Every targeting of a case, in no particular order. */
    public Stream<Lifecycle> lifecyclesOf(UUID caseId) {
        return lifecycles.rowsOfCase(caseNumbers.find(caseId)).mapToObj(this::lifecycle);
    }

    /** Of how many cases it is known how they stand. */
    public int caseCount() {
        return cases.count();
    }

    /** Every case that it is known of how it stands, in no particular order. */
    public Stream<CountedCase> cases() {
        return cases.all();
    }

    /** The case, null if nothing is known of it. */
    public @Nullable CountedCase findCase(UUID caseId) {
        return cases.find(caseNumbers.find(caseId));
    }

    /** What is known of a case's presence, null if nothing is. */
    public @Nullable CountedPresence presenceOf(UUID caseId) {
        return cases.presence(caseNumbers.find(caseId));
    }

    /** Counts the changes so far: while it stays, so does every number but those that age. */
    public long revision() {
        return revision;
    }

    private Lifecycle lifecycle(int row) {
        return lifecycles.get(row, histories.key(lifecycles.history(row)));
    }

    private Entry entry(int row) {
        return new Entry(lifecycle(row), lifecycles.repeat(row));
    }

    /** Counts a targeting anew in its row, or in a new one if it has none, and returns the row. */
    private int count(int row, Lifecycle lifecycle) {
        var history = histories.number(lifecycle.content());
        var stays = row >= 0 && withdraw(row, lifecycle.counts() ? history : Interned.NONE);
        var now = lifecycles.put(row, lifecycle, history);
        cells.count(histories.place(history, now), lifecycle, 1);
        if (stays) {
            histories.changed(history);
        } else if (lifecycle.counts()) {
            histories.link(history, now);
        }
        return now;
    }

    /** Takes the row's contribution out; true if it stays in the chain of the history. */
    private boolean withdraw(int row, int history) {
        var before = lifecycle(row);
        var place = histories.place(lifecycles.history(row), row);
        cells.count(place, before, -1);
        if (lifecycles.repeat(row)) {
            cells.countRepeat(place, CellKey.packed(before), -1);
        }
        if (!before.counts()) {
            return false;
        }
        if (lifecycles.history(row) == history) {
            return true;
        }
        histories.unlink(lifecycles.history(row), row);
        return false;
    }

    private void settle() {
        histories.settle(cells);
        cells.pack();
    }
}
