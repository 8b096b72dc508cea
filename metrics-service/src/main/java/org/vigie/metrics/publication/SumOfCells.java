package org.vigie.metrics.publication;

import java.util.List;
import java.util.stream.Stream;

/** A count that others add up to. */
record SumOfCells(Cell whole, List<Cell> parts) {

    Stream<Cell> cells() {
        return Stream.concat(Stream.of(whole), parts.stream());
    }

    boolean contains(Cell cell) {
        return cells().anyMatch(one -> one == cell);
    }

    /** Whether a small count has none beside it that could make it any other small one. */
    boolean givesAway() {
        return cells().anyMatch(Cell::isHidden)
                && cells().filter(Cell::isHidden).noneMatch(Cell::canCover);
    }
}
