package org.vigie.metrics.ledger;

import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.metrics.ledger.Ending.Actor;
import org.vigie.metrics.ledger.Ending.Moved;
import org.vigie.metrics.ledger.Ending.Open;
import org.vigie.metrics.ledger.Ending.Removed;
import org.vigie.metrics.ledger.Ending.Voided;

/**
 * Targetings as columns: millions of them fit where as many objects would not. A row is one targeting; rows of a case,
 * and rows of one content at one provider, are chained.
 */
final class Lifecycles {

    private static final Role[] ROLES = Role.values();
    private static final ContentKind[] KINDS = ContentKind.values();
    private static final Category[] CATEGORIES = Category.values();
    private static final Maturation[] STAGES = Maturation.values();
    private static final int OPEN = 0;
    private static final int REMOVED = 1;
    private static final int MOVED = 2;
    private static final int VOIDED = 3;
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
    /** Four bits each for role, kind, category, stage and ending, then outage, repeat, own action, and who acted. */
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
        var things = Codes.of(lifecycle.role())
                | Codes.of(lifecycle.kind()) << 4
                | Codes.of(lifecycle.category()) << 8
                | Codes.of(lifecycle.maturation()) << 12;
        switch (lifecycle.ending()) {
            case Open _ -> marks.set(row, things | OPEN << 16);
            case Voided _ -> marks.set(row, things | VOIDED << 16);
            case Moved moved -> {
                marks.set(row, things | MOVED << 16);
                ended.set(row, moved.at());
            }
            case Removed removed -> {
                marks.set(row, things | REMOVED << 16 | (removed.outageClass() ? 1 << 20 : 0) | code(removed.actor()));
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
        return new Lifecycle(
                ids.id(row),
                versions.get(row),
                cases.id(caseNumbers.get(row)),
                counts.cycle(),
                content,
                role(row),
                KINDS[mark(row, 4)],
                CATEGORIES[mark(row, 8)],
                STAGES[mark(row, 12)],
                handedOver.get(row),
                plus(handedOver.get(row), delivered.get(row)),
                mark(row, 16) == REMOVED ? plus(ended.get(row), lastUp.get(row)) : null,
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
        return switch (mark(row, 16)) {
            case REMOVED -> new Removed(ended.get(row), (marks.get(row) & 1 << 20) != 0, actor(row));
            case MOVED -> new Moved(ended.get(row));
            case VOIDED -> new Voided();
            default -> new Open();
        };
    }

    private static int code(@Nullable Actor actor) {
        return actor == null ? 0 : (actor.own() ? 1 << 22 : 0) | (Codes.of(actor.role()) + 1) << 23;
    }

    private @Nullable Actor actor(int row) {
        var role = mark(row, 23);
        return role == 0 ? null : new Actor(ROLES[role - 1], (marks.get(row) & 1 << 22) != 0);
    }

    /** The number of the cell that the row is counted in. */
    int cellKey(int row) {
        return CellKey.packed(handedOver.get(row), mark(row, 12), mark(row, 8), mark(row, 4));
    }

    long version(int row) {
        return versions.get(row);
    }

    int history(int row) {
        return histories.get(row);
    }

    Role role(int row) {
        return ROLES[mark(row, 0)];
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
        return mark(row, 16) != VOIDED;
    }

    /** When it was removed, the end of time if it was not. */
    long removedAt(int row) {
        return mark(row, 16) == REMOVED ? ended.get(row) : Long.MAX_VALUE;
    }

    boolean sameCycle(int one, int other) {
        return caseOf(one) == caseOf(other) && cycle(one) == cycle(other);
    }

    boolean repeat(int row) {
        return (marks.get(row) & 1 << 21) != 0;
    }

    void setRepeat(int row, boolean repeat) {
        marks.set(row, repeat ? marks.get(row) | 1 << 21 : marks.get(row) & ~(1 << 21));
    }

    /** The rows of a case; none for {@link Interned#NONE}. */
    IntStream rowsOfCase(int caseNumber) {
        return caseNumber < 0
                ? IntStream.empty()
                : IntStream.iterate(firstOfCase.get(caseNumber) - 1, row -> row >= 0, row -> nextOfCase.get(row) - 1);
    }

    private int mark(int row, int shift) {
        return marks.get(row) >>> shift & 0xf;
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
