package org.vigie.metrics.ledger;

import java.util.HashSet;
import java.util.Set;

/** Counts of any choice of lifecycles, made by going through them. Not safe for threads. */
public final class Tally {

    private final Cell cell = new Cell();
    private final Set<ContentKey> contents = new HashSet<>();

    /** Counts one. */
    public void add(Entry entry) {
        cell.count(entry.lifecycle(), 1);
        if (entry.lifecycle().counts()) {
            contents.add(entry.lifecycle().content());
            cell.countRepeat(entry.repeat() ? 1 : 0);
        }
    }

    /** Counts the disputes of one that counts nowhere else. */
    public void addDisputes(Lifecycle lifecycle) {
        cell.countDisputes(lifecycle, 1);
    }

    /** Notes one more provider at which a counted content was targeted. */
    public void alsoAt(ContentKey content) {
        contents.add(content);
    }

    public Cell cell() {
        return cell;
    }

    /**
     * Distinct contents by what was known then: {@code all} counts a content once however many providers it was at, the
     * other two count it at each provider.
     *
     * @param asOf epoch milliseconds
     */
    public DistinctContents distinct(Ledger ledger, long asOf) {
        var all = contents.stream().map(ContentKey::content).distinct().count();
        var identified = contents.stream().filter(ContentKey::identified).count();
        var again = contents.stream()
                .filter(content -> ledger.sightedAgain(content, asOf))
                .count();
        return new DistinctContents(all, identified, again);
    }
}
