package org.vigie.metrics.ledger;

import java.util.HashMap;
import java.util.Map;

/** Longs by row, 0 until set, almost all of which fit into an int: the few others are kept apart. */
final class NarrowColumn {

    private static final int APART = Integer.MIN_VALUE;

    private final IntColumn narrow = new IntColumn();
    private final Map<Integer, Long> wide = new HashMap<>();

    long get(int row) {
        var value = narrow.get(row);
        return value == APART ? wide.getOrDefault(row, 0L) : value;
    }

    void set(int row, long value) {
        var fits = value > APART && value <= Integer.MAX_VALUE;
        if (!fits) {
            wide.put(row, value);
        } else if (narrow.get(row) == APART) {
            wide.remove(row);
        }
        narrow.set(row, fits ? (int) value : APART);
    }
}
