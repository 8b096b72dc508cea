package org.vigie.metrics.ledger;

import java.util.Arrays;

/** Ints by row, 0 until set, in pieces: growing copies none of them. */
final class IntColumn {

    private static final int BITS = 12;
    private static final int MASK = (1 << BITS) - 1;
    private static final int[] NONE = {};

    private int[][] pieces = {};

    int get(int row) {
        var piece = row >>> BITS;
        return piece < pieces.length && pieces[piece].length > 0 ? pieces[piece][row & MASK] : 0;
    }

    void set(int row, int value) {
        var piece = row >>> BITS;
        if (value == 0 && get(row) == 0) {
            return; // nothing is kept where nothing else ever was
        }
        if (piece >= pieces.length) {
            var before = pieces.length;
            pieces = Arrays.copyOf(pieces, piece + 1 + piece / 4);
            Arrays.fill(pieces, before, pieces.length, NONE);
        }
        if (pieces[piece].length == 0) {
            pieces[piece] = new int[1 << BITS];
        }
        pieces[piece][row & MASK] = value;
    }
}
