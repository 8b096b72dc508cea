package org.vigie.metrics.ledger;

import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.metrics.ledger.Ending.Moved;
import org.vigie.metrics.ledger.Ending.Open;
import org.vigie.metrics.ledger.Ending.Removed;
import org.vigie.metrics.ledger.Ending.Voided;

/**
 * Targetings as columns: millions of them fit where as many objects would not. A row is one targeting; rows of a case,
 * and rows of one content at one provider, are chained.
 */
final class Lifecycles {

    private static final long ABSENT = 0;

    private final Interned ids = new Interned();
    private final Interned cases;
    private final NarrowColumn versions = new NarrowColumn();
    private final LongColumn handedOver = new LongColumn();
    /** From the handover. */
    private final NarrowColumn delivered = new NarrowColumn();
    /** From the end back; of removed ones only, no other one's is asked for. */
    private final NarrowColumn lastUp = new NarrowColumn();

    private final LongColumn ended = new LongColumn();
    private final IntColumn caseNumbers = new IntColumn();
    private final IntColumn histories = new IntColumn();
    private final NarrowColumn sent = new NarrowColumn();
    /** As {@link Marks} lays them out. */
    private final IntColumn marks = new IntColumn();
    /** Few are ever held: nearly all pieces of it stay away. */
    private final NarrowColumn held = new NarrowColumn();

    private final AnswersBytes answers = new AnswersBytes();
    /** Most were sent one notice, at the handover, and take nothing. */
    private final Written times = new Written();

    private final IntColumn firstOfCase = new IntColumn();
    private final IntColumn nextOfCase = new IntColumn();

    Lifecycles(Interned cases) {
        this.cases = cases;
    }

    int size() {
        return ids.size();
    }

    int caseCount() {
        return cases.size();
    }

    /** The targeting's row, {@link Interned#NONE} if it has none. */
    int find(UUID targetingId) {
        return ids.find(targetingId);
    }

    /** Writes a targeting into its row, a new one if it has none, and returns the row. */
    int put(int known, Lifecycle lifecycle, int history) {
        var row = known < 0 ? add(lifecycle) : known;
        versions.set(row, lifecycle.version());
        handedOver.set(row, lifecycle.handedOverAt());
        delivered.set(row, between(lifecycle.handedOverAt(), lifecycle.deliveredAt()));
        sent.set(row, new Sent(lifecycle.cycle(), lifecycle.noticesSent(), lifecycle.bounces()).packed());
        histories.set(row, history);
        held.set(row, lifecycle.heldMs());
        answers.set(row, lifecycle.answers());
        if (!lifecycle.sentTimes().equals(SentTimes.NONE) || times.get(row) != null) {
            times.set(row, lifecycle.sentTimes().toBytes());
        }
        marks.set(row, Marks.of(lifecycle));
        switch (lifecycle.ending()) {
            case Open _, Voided _ -> {}
            case Moved moved -> ended.set(row, moved.at());
            case Removed removed -> {
                ended.set(row, removed.at());
                lastUp.set(row, between(removed.at(), lifecycle.lastUpAt()));
            }
        }
        return row;
    }

    private int add(Lifecycle lifecycle) {
        var row = ids.number(lifecycle.targetingId());
        var removalCase = cases.number(lifecycle.caseId());
        caseNumbers.set(row, removalCase);
        nextOfCase.set(row, firstOfCase.get(removalCase));
        firstOfCase.set(removalCase, row + 1);
        return row;
    }

    /** The targeting as a value, with the content that its history stands for. */
    Lifecycle get(int row, ContentKey content) {
        var counts = Sent.of(sent.get(row));
        var mark = marks.get(row);
        return new Lifecycle(
                ids.id(row),
                versions.get(row),
                cases.id(caseNumbers.get(row)),
                counts.cycle(),
                content,
                Marks.ROLE.in(mark),
                Marks.KIND.in(mark),
                Marks.CATEGORY.in(mark),
                Marks.STAGE.in(mark),
                handedOver.get(row),
                plus(handedOver.get(row), delivered.get(row)),
                end(row) == Marks.End.REMOVED ? plus(ended.get(row), lastUp.get(row)) : null,
                ending(row),
                held.get(row),
                counts.notices(),
                counts.bounces(),
                answers.get(row),
                timesOf(row));
    }

    private SentTimes timesOf(int row) {
        var written = times.get(row);
        return written == null ? SentTimes.NONE : SentTimes.read(written);
    }

    private Ending ending(int row) {
        var mark = marks.get(row);
        return switch (end(row)) {
            case OPEN -> new Open();
            case REMOVED -> new Removed(ended.get(row), Marks.OUTAGE.isIn(mark), Marks.actor(mark));
            case MOVED -> new Moved(ended.get(row));
            case VOIDED -> new Voided();
        };
    }

    private Marks.End end(int row) {
        return Marks.END.in(marks.get(row));
    }

    /** The number of the cell that the row is counted in. */
    int cellKey(int row) {
        var mark = marks.get(row);
        return CellKey.packed(handedOver.get(row), Marks.STAGE.in(mark), Marks.CATEGORY.in(mark), Marks.KIND.in(mark));
    }

    long version(int row) {
        return versions.get(row);
    }

    int history(int row) {
        return histories.get(row);
    }

    Role role(int row) {
        return Marks.ROLE.in(marks.get(row));
    }

    int cycle(int row) {
        return Sent.cycle(sent.get(row));
    }

    int caseOf(int row) {
        return caseNumbers.get(row);
    }

    long handedOverAt(int row) {
        return handedOver.get(row);
    }

    boolean counts(int row) {
        return end(row) != Marks.End.VOIDED;
    }

    /** When it was removed, the end of time if it was not. */
    long removedAt(int row) {
        return end(row) == Marks.End.REMOVED ? ended.get(row) : Long.MAX_VALUE;
    }

    boolean sameCycle(int one, int other) {
        return caseOf(one) == caseOf(other) && cycle(one) == cycle(other);
    }

    boolean repeat(int row) {
        return Marks.REPEAT.isIn(marks.get(row));
    }

    void setRepeat(int row, boolean repeat) {
        var others = marks.get(row) & ~Marks.REPEAT.of(true);
        marks.set(row, others | Marks.REPEAT.of(repeat));
    }

    /** The rows of a case; none for {@link Interned#NONE}. */
    IntStream rowsOfCase(int caseNumber) {
        return caseNumber < 0
                ? IntStream.empty()
                : IntStream.iterate(firstOfCase.get(caseNumber) - 1, row -> row >= 0, row -> nextOfCase.get(row) - 1);
    }

    /** How far the other instant is from one, without the number that says that there is no other. */
    private static long between(long instant, @Nullable Long other) {
        if (other == null) {
            return ABSENT;
        }
        var between = other - instant;
        return between >= 0 ? between + 1 : between;
    }

    private static @Nullable Long plus(long instant, long between) {
        return between == ABSENT ? null : Long.valueOf(instant + (between > 0 ? between - 1 : between));
    }
}
