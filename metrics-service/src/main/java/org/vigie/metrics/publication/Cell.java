package org.vigie.metrics.publication;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A count, or counts that are told together or not at all; with a small one among them they are hidden. */
final class Cell {

    private final List<Long> counts;
    private final int smallest;
    private boolean hidden;

    private Cell(List<Long> counts, int smallest, boolean hidden) {
        this.counts = List.copyOf(counts);
        this.smallest = smallest;
        this.hidden = hidden;
    }

    /** One of a table, small or not. */
    static Cell published(List<Long> counts, int smallest) {
        var cell = new Cell(counts, smallest, false);
        cell.hidden = cell.isSmall();
        return cell;
    }

    /** What is left of a whole: it stands in no table, but may be worked out from those that do. */
    static Cell rest(Cell whole, List<Cell> parts) {
        var left = IntStream.range(0, whole.counts.size())
                .mapToObj(i -> whole.counts.get(i)
                        - parts.stream().mapToLong(part -> part.counts.get(i)).sum())
                .toList();
        return new Cell(left, whole.smallest, true);
    }

    /** How much is lost by hiding it. */
    long value() {
        return Collections.max(counts);
    }

    /** Whether it may never be shown, nor be worked out. */
    boolean isSmall() {
        return counts.stream().anyMatch(count -> count > 0 && count < smallest);
    }

    /** Whether hiding it leaves every small count beside it possible, with one count of each. */
    boolean canCover() {
        return counts.stream().anyMatch(count -> count >= smallest);
    }

    boolean isHidden() {
        return hidden;
    }

    void hide() {
        hidden = true;
    }

    /** Its one count, null if it is hidden. */
    @Nullable
    Long shown() {
        return hidden ? null : counts.getFirst();
    }
}
