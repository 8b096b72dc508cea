package org.vigie.metrics.ledger;

/** A lifecycle as it stands in its cell, with whether it is counted there as a repeat. */
final class Counted {

    private final Lifecycle lifecycle;
    private final Cell cell;
    private boolean repeat;

    Counted(Lifecycle lifecycle, Cell cell) {
        this.lifecycle = lifecycle;
        this.cell = cell;
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    boolean repeat() {
        return repeat;
    }

    /** Counts it as a repeat, or no longer. */
    void setRepeat(boolean now) {
        if (now != repeat) {
            cell.countRepeat(now ? 1 : -1);
            repeat = now;
        }
    }
}
