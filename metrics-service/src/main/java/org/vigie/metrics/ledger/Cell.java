package org.vigie.metrics.ledger;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.metrics.ledger.Ending.Actor;
import org.vigie.metrics.ledger.Ending.Removed;
import org.vigie.metrics.ledger.Ending.Voided;
import org.vigie.metrics.statistics.HourHistogram;
import org.vigie.metrics.statistics.Packer;
import org.vigie.metrics.statistics.Unpacker;

/** Counts of targetings that add up: what goes in can be taken out again, in any order. Not safe for threads. */
public final class Cell {

    private static final Role[] ROLES = Role.values();

    private final Timings report;
    private final Timings delivered;
    private final HourHistogram lastSeen;
    private long targeted;
    private long voided;
    private long removedByOutageClass;
    private long removedByOwn;
    private long removedByOther;
    private final long[] removedByRole = new long[ROLES.length];
    private long identified;
    private long repeats;
    private long noticesSent;
    private long bounces;

    public Cell() {
        this(new Timings(), new Timings(), new HourHistogram());
    }

    private Cell(Timings report, Timings delivered, HourHistogram lastSeen) {
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
                .add(bounces)
                .add(removedByOwn)
                .add(removedByOther);
        for (var count : removedByRole) {
            counts.add(count);
        }
        lastSeen.write(counts);
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
        var removedByOwn = counts.next();
        var removedByOther = counts.next();
        var removedByRole = new long[ROLES.length];
        for (int role = 0; role < ROLES.length; role++) {
            removedByRole[role] = counts.next();
        }
        var cell = new Cell(Timings.read(reportClock), Timings.read(deliveredClock), HourHistogram.read(counts));
        cell.targeted = targeted;
        cell.voided = voided;
        cell.removedByOutageClass = removedByOutageClass;
        cell.identified = identified;
        cell.repeats = repeats;
        cell.noticesSent = noticesSent;
        cell.bounces = bounces;
        cell.removedByOwn = removedByOwn;
        cell.removedByOther = removedByOther;
        System.arraycopy(removedByRole, 0, cell.removedByRole, 0, ROLES.length);
        return cell;
    }

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
        if (lifecycle.ending() instanceof Removed ended) {
            removedByOutageClass += ended.outageClass() ? change : 0;
            countActor(ended.actor(), change);
            lastSeen.add(lifecycle.hoursUntilLastSeen(), change);
        }
        report.count(lifecycle, lifecycle.handedOverAt(), change);
        if (lifecycle.deliveredAt() != null) {
            delivered.count(lifecycle, lifecycle.deliveredAt(), change);
        }
    }

    private void countActor(@Nullable Actor actor, int change) {
        if (actor == null) {
            return;
        }
        removedByRole[Codes.of(actor.role())] += change;
        removedByOwn += actor.own() ? change : 0;
        removedByOther += actor.own() ? 0 : change;
    }

    void countRepeat(int change) {
        repeats += change;
    }

    /** Adds everything the other one counted. */
    public void addAll(Cell other) {
        report.addAll(other.report);
        delivered.addAll(other.delivered);
        lastSeen.addAll(other.lastSeen);
        targeted += other.targeted;
        voided += other.voided;
        removedByOutageClass += other.removedByOutageClass;
        identified += other.identified;
        repeats += other.repeats;
        noticesSent += other.noticesSent;
        bounces += other.bounces;
        removedByOwn += other.removedByOwn;
        removedByOther += other.removedByOther;
        for (int role = 0; role < ROLES.length; role++) {
            removedByRole[role] += other.removedByRole[role];
        }
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
        return removedByOwn;
    }

    /** Removals that somebody else seems to have made. */
    public long removedByOther() {
        return removedByOther;
    }

    /** Removals that one in this role seems to have made. */
    public long removedBy(Role role) {
        return removedByRole[Codes.of(role)];
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
                && lastSeen.equals(that.lastSeen)
                && targeted == that.targeted
                && voided == that.voided
                && removedByOutageClass == that.removedByOutageClass
                && identified == that.identified
                && repeats == that.repeats
                && noticesSent == that.noticesSent
                && bounces == that.bounces
                && removedByOwn == that.removedByOwn
                && removedByOther == that.removedByOther
                && Arrays.equals(removedByRole, that.removedByRole);
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
