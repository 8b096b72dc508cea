package org.vigie.metrics.ledger;

import java.util.Objects;
import org.vigie.events.Role;
import org.vigie.metrics.ledger.Ending.Removed;
import org.vigie.metrics.ledger.Ending.Voided;
import org.vigie.metrics.statistics.HourHistogram;
import org.vigie.metrics.statistics.Packer;
import org.vigie.metrics.statistics.Unpacker;

/** Counts of targetings that add up: what goes in can be taken out again, in any order. Not safe for threads. */
public final class Cell {

    private final Timings report;
    private final Timings delivered;
    private final HourHistogram lastSeen;
    private final ActorCounts removedBy;
    private final AnswerCounts answers;
    private long targeted;
    private long voided;
    private long removedByOutageClass;
    private long identified;
    private long repeats;
    private long noticesSent;
    private long bounces;

    public Cell() {
        this(new Timings(), new Timings(), new HourHistogram(), new ActorCounts(), new AnswerCounts());
    }

    private Cell(
            Timings report, Timings delivered, HourHistogram lastSeen, ActorCounts removedBy, AnswerCounts answers) {
        this.removedBy = removedBy;
        this.answers = answers;
        this.report = report;
        this.delivered = delivered;
        this.lastSeen = lastSeen;
    }

    /** Writes everything down: the counts, and each clock apart. */
    void write(Packer counts, Packer reportClock, Packer deliveredClock) {
        counts.add(targeted)
                .add(voided)
                .add(removedByOutageClass)
                .add(identified)
                .add(repeats)
                .add(noticesSent)
                .add(bounces);
        lastSeen.write(counts);
        removedBy.write(counts);
        answers.write(counts);
        report.write(reportClock);
        delivered.write(deliveredClock);
    }

    /** Reads what {@link #write} wrote. */
    static Cell read(Unpacker counts, Unpacker reportClock, Unpacker deliveredClock) {
        var targeted = counts.next();
        var voided = counts.next();
        var removedByOutageClass = counts.next();
        var identified = counts.next();
        var repeats = counts.next();
        var noticesSent = counts.next();
        var bounces = counts.next();
        var cell = new Cell(
                Timings.read(reportClock),
                Timings.read(deliveredClock),
                HourHistogram.read(counts),
                ActorCounts.read(counts),
                AnswerCounts.read(counts));
        cell.targeted = targeted;
        cell.voided = voided;
        cell.removedByOutageClass = removedByOutageClass;
        cell.identified = identified;
        cell.repeats = repeats;
        cell.noticesSent = noticesSent;
        cell.bounces = bounces;
        return cell;
    }

    /** Counts the lifecycle, or takes it back with a change of -1; whether it repeats is counted apart. */
    void count(Lifecycle lifecycle, int change) {
        countDisputes(lifecycle, change);
        if (lifecycle.ending() instanceof Voided) {
            voided += change;
            return;
        }
        targeted += change;
        noticesSent += (long) change * lifecycle.noticesSent();
        bounces += (long) change * lifecycle.bounces();
        answers.count(lifecycle, change);
        if (lifecycle.content().identified()) {
            identified += change;
        }
        if (lifecycle.ending() instanceof Removed ended) {
            removedByOutageClass += ended.outageClass() ? change : 0;
            removedBy.count(ended.actor(), change);
            lastSeen.add(lifecycle.hoursUntilLastSeen(), change);
        }
        report.count(lifecycle, lifecycle.handedOverAt(), change);
        if (lifecycle.deliveredAt() != null) {
            delivered.count(lifecycle, lifecycle.deliveredAt(), change);
        }
    }

    void countDisputes(Lifecycle lifecycle, int change) {
        answers.countDisputes(lifecycle, change);
    }

    void countRepeat(int change) {
        repeats += change;
    }

    /** Adds everything the other one counted. */
    public void addAll(Cell other) {
        report.addAll(other.report);
        delivered.addAll(other.delivered);
        lastSeen.addAll(other.lastSeen);
        answers.addAll(other.answers);
        targeted += other.targeted;
        voided += other.voided;
        removedByOutageClass += other.removedByOutageClass;
        identified += other.identified;
        repeats += other.repeats;
        noticesSent += other.noticesSent;
        bounces += other.bounces;
        removedBy.addAll(other.removedBy);
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

    /**
     * Hours from the first handover until what was removed was last seen, 1 if never after it: the lower bounds of
     * {@code report().removed()}.
     */
    public HourHistogram lastSeen() {
        return lastSeen;
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

    /** Removals that the provider told seems to have made itself. */
    public long removedByOwn() {
        return removedBy.own();
    }

    /** Removals that somebody else seems to have made. */
    public long removedByOther() {
        return removedBy.other();
    }

    /** Removals that one in this role seems to have made. */
    public long removedBy(Role role) {
        return removedBy.of(role);
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

    /** What came back. */
    public AnswerCounts answers() {
        return answers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell that
                && report.equals(that.report)
                && delivered.equals(that.delivered)
                && lastSeen.equals(that.lastSeen)
                && answers.equals(that.answers)
                && targeted == that.targeted
                && voided == that.voided
                && removedByOutageClass == that.removedByOutageClass
                && identified == that.identified
                && repeats == that.repeats
                && noticesSent == that.noticesSent
                && bounces == that.bounces
                && removedBy.equals(that.removedBy);
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
