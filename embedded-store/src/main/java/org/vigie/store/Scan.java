package org.vigie.store;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The entries of several intervals, read in pieces that grow; holds nothing of RocksDB between two of them. */
final class Scan implements Iterator<Tables.Entry> {

    private static final int FIRST_PIECE = 16;
    private static final int LARGEST_PIECE = 1_024;

    private final Tables tables;
    private final Deque<Interval> intervals;
    private final boolean backwards;
    private final Deque<Tables.Entry> piece = new ArrayDeque<>();
    private int size = FIRST_PIECE;

    Scan(Tables tables, List<Interval> intervals, boolean backwards) {
        this.tables = tables;
        this.intervals = new ArrayDeque<>(backwards ? intervals.reversed() : intervals);
        this.backwards = backwards;
    }

    @Override
    public boolean hasNext() {
        while (piece.isEmpty() && !intervals.isEmpty()) {
            var interval = intervals.removeFirst();
            piece.addAll(tables.scan(interval, backwards, size));
            if (piece.size() == size) {
                intervals.addFirst(rest(interval, piece.getLast().key()));
                size = Math.min(4 * size, LARGEST_PIECE);
            }
        }
        return !piece.isEmpty();
    }

    /** What lies beyond the last key read: the next key is that one and a zero. */
    private Interval rest(Interval interval, byte[] last) {
        return backwards
                ? new Interval(interval.from(), last)
                : new Interval(Arrays.copyOf(last, last.length + 1), interval.to());
    }

    @Override
    public Tables.Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return piece.removeFirst();
    }
}
