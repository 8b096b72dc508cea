package org.vigie.metrics.ledger;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.vigie.metrics.statistics.Packer;
import org.vigie.metrics.statistics.Unpacker;

/**
 * The cells of one provider and role. They are written down in a few bytes for each hour, which depend on what they
 * count and on nothing else, and unpacked while they change.
 */
final class Shelf {

    private static final byte[] NOTHING = {};

    private static final int[] NO_KEYS = {};
    private static final Cell[] NO_CELLS = {};

    /** Ascending; of the cells beside them. */
    private int[] keys = NO_KEYS;

    private Cell[] cells = NO_CELLS;
    private int size;
    private byte[] counts = NOTHING;
    private byte[] report = NOTHING;
    private byte[] delivered = NOTHING;

    /** The cell, unpacked until {@link #pack}. */
    Cell changing(int key) {
        if (size == 0) {
            forEach((cell, at) -> insert(size, at, cell));
        }
        var at = Arrays.binarySearch(keys, 0, size, key);
        if (at >= 0) {
            return cells[at];
        }
        var cell = new Cell();
        insert(-at - 1, key, cell);
        return cell;
    }

    /** Writes the cells down. */
    void pack() {
        if (size == 0) {
            return;
        }
        var countsNow = new Packer();
        var reportNow = new Packer();
        var deliveredNow = new Packer();
        for (int i = 0; i < size; i++) {
            if (!cells[i].isEmpty()) {
                countsNow.add(keys[i]);
                cells[i].write(countsNow, reportNow, deliveredNow);
            }
        }
        keys = NO_KEYS;
        cells = NO_CELLS;
        size = 0;
        counts = countsNow.toBytes();
        report = reportNow.toBytes();
        delivered = deliveredNow.toBytes();
    }

    /** Reads the packed cells, in the order of their keys. */
    void forEach(ObjIntConsumer<Cell> reader) {
        var countsThen = new Unpacker(counts);
        var reportThen = new Unpacker(report);
        var deliveredThen = new Unpacker(delivered);
        while (countsThen.hasMore()) {
            var key = countsThen.nextInt();
            reader.accept(Cell.read(countsThen, reportThen, deliveredThen), key);
        }
    }

    boolean isChanging() {
        return size > 0;
    }

    boolean isEmpty() {
        return size == 0 && counts.length == 0;
    }

    byte[] counts() {
        return counts;
    }

    byte[] report() {
        return report;
    }

    byte[] delivered() {
        return delivered;
    }

    private void insert(int at, int key, Cell cell) {
        if (size == keys.length) {
            var room = size + Math.max(4, size / 2);
            keys = Arrays.copyOf(keys, room);
            cells = Arrays.copyOf(cells, room);
        }
        System.arraycopy(keys, at, keys, at + 1, size - at);
        System.arraycopy(cells, at, cells, at + 1, size - at);
        keys[at] = key;
        cells[at] = cell;
        size++;
    }
}
