package org.vigie.metrics.publication;

import org.jspecify.annotations.Nullable;

/** A count that is shown or hidden; a small one is hidden from the beginning. */
final class Cell {

    private final long value;
    private final int smallest;
    private boolean hidden;

    private Cell(long value, int smallest, boolean hidden) {
        this.value = value;
        this.smallest = smallest;
        this.hidden = hidden;
    }

    /** One of a table. */
    static Cell published(long value, int smallest) {
        return new Cell(value, smallest, isSmall(value, smallest));
    }

    /** One that stands in no table, but may be worked out from those that do. */
    static Cell unpublished(long value, int smallest) {
        return new Cell(value, smallest, true);
    }

    long value() {
        return value;
    }

    /** Whether it may never be shown, nor be worked out. */
    boolean isSmall() {
        return isSmall(value, smallest);
    }

    /** Whether hiding it leaves every small count beside it possible. */
    boolean canCover() {
        return value >= smallest;
    }

    boolean isHidden() {
        return hidden;
    }

    void hide() {
        hidden = true;
    }

    /** The count, null if it is hidden. */
    @Nullable
    Long shown() {
        return hidden ? null : Long.valueOf(value);
    }

    private static boolean isSmall(long value, int smallest) {
        return value > 0 && value < smallest;
    }
}
