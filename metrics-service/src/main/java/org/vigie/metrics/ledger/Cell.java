package org.vigie.metrics.ledger;

import java.util.Objects;
import org.vigie.metrics.ledger.Ending.Removed;
import org.vigie.metrics.ledger.Ending.Voided;

/** Counts of targetings that add up: what goes in can be taken out again, in any order. Not safe for threads. */
public final class Cell {

    private final Timings report = new Timings();
    private final Timings delivered = new Timings();
    private long targeted;
    private long voided;
    private long removedByOutageClass;
    private long identified;
    private long repeats;
    private long noticesSent;
    private long bounces;

    /** Counts the lifecycle, or takes it back with a change of -1; whether it repeats is counted apart. */
    void count(Lifecycle lifecycle, int change) {
        if (lifecycle.ending() instanceof Voided) {
            voided += change;
            return;
        }
        targeted += change;
        noticesSent += (long) change * lifecycle.noticesSent();
        bounces += (long) change * lifecycle.bounces();
        if (lifecycle.content().identified()) {
            identified += change;
        }
        if (lifecycle.ending() instanceof Removed ended && ended.outageClass()) {
            removedByOutageClass += change;
        }
        report.count(lifecycle, lifecycle.handedOverAt(), change);
        if (lifecycle.deliveredAt() != null) {
            delivered.count(lifecycle, lifecycle.deliveredAt(), change);
        }
    }

    void countRepeat(int change) {
        repeats += change;
    }

    /** Adds everything the other one counted. */
    public void addAll(Cell other) {
        report.addAll(other.report);
        delivered.addAll(other.delivered);
        targeted += other.targeted;
        voided += other.voided;
        removedByOutageClass += other.removedByOutageClass;
        identified += other.identified;
        repeats += other.repeats;
        noticesSent += other.noticesSent;
        bounces += other.bounces;
    }

    boolean isEmpty() {
        return targeted == 0 && voided == 0;
    }

    /** Timed from the first handover to any contact of the provider, bounces included. */
    public Timings report() {
        return report;
    }

    /** Timed from the delivery; without what bounced for good. */
    public Timings delivered() {
        return delivered;
    }

    /** Targetings, void ones left out. */
    public long targeted() {
        return targeted;
    }

    /** Voided targetings, which are in no other number. */
    public long voided() {
        return voided;
    }

    public long removedByOutageClass() {
        return removedByOutageClass;
    }

    /** Targetings whose content could be recognised elsewhere. */
    public long identified() {
        return identified;
    }

    /** Targetings whose content was targeted at the same provider before, in another case or an earlier cycle. */
    public long repeats() {
        return repeats;
    }

    public long noticesSent() {
        return noticesSent;
    }

    public long bounces() {
        return bounces;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell that
                && report.equals(that.report)
                && delivered.equals(that.delivered)
                && targeted == that.targeted
                && voided == that.voided
                && removedByOutageClass == that.removedByOutageClass
                && identified == that.identified
                && repeats == that.repeats
                && noticesSent == that.noticesSent
                && bounces == that.bounces;
    }

    @Override
    public int hashCode() {
        return Objects.hash(report, delivered, targeted, voided, identified, repeats, noticesSent);
    }

    @Override
    public String toString() {
        return "Cell[targeted=%d, repeats=%d]".formatted(targeted, repeats);
    }
}
