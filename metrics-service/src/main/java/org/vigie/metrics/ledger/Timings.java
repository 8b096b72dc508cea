package org.vigie.metrics.ledger;

import org.vigie.metrics.ledger.Ending.Moved;
import org.vigie.metrics.ledger.Ending.Open;
import org.vigie.metrics.ledger.Ending.Removed;
import org.vigie.metrics.ledger.Ending.Voided;
import org.vigie.metrics.statistics.HourHistogram;
import org.vigie.metrics.statistics.Packer;
import org.vigie.metrics.statistics.Unpacker;
import org.vigie.metrics.statistics.WholeHours;

/**
 * How long targetings took, by one of the two clocks. Open ones are kept by the hour their clock started, so that time
 * passing changes nothing here.
 *
 * @param removed hours until the removal
 * @param moved hours until the content was no longer with the provider
 * @param openSince hours since 1970 at which the clocks of the open ones started, held time added
 */
public record Timings(HourHistogram removed, HourHistogram moved, HourHistogram openSince) {

    Timings() {
        this(new HourHistogram(), new HourHistogram(), new HourHistogram());
    }

    /** Adds a lifecycle whose clock started then, or takes it back with a change of -1. */
    void count(Lifecycle lifecycle, long start, int change) {
        switch (lifecycle.ending()) {
            case Removed ended -> removed.add(lifecycle.hours(start, ended.at()), change);
            case Moved ended -> moved.add(lifecycle.hours(start, ended.at()), change);
            case Open _ -> openSince.add(WholeHours.startingAt(start + lifecycle.heldMs()), change);
            case Voided _ -> {} // counted nowhere
        }
    }

    void write(Packer packer) {
        removed.write(packer);
        moved.write(packer);
        openSince.write(packer);
    }

    static Timings read(Unpacker unpacker) {
        return new Timings(HourHistogram.read(unpacker), HourHistogram.read(unpacker), HourHistogram.read(unpacker));
    }

    void addAll(Timings other) {
        removed.addAll(other.removed);
        moved.addAll(other.moved);
        openSince.addAll(other.openSince);
    }

    /** Whole hours the open ones were watched by then; 0 for one that started later. */
    public HourHistogram openFor(int asOfHour) {
        var watched = new HourHistogram();
        for (int i = openSince.size() - 1; i >= 0; i--) {
            watched.add(Math.max(0, asOfHour - openSince.hour(i)), openSince.count(i));
        }
        return watched;
    }
}
