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
    private static final int SMALLEST = 8;
    private static final int MIX = 0x9e3779b9;

    /** A power of two of them, of the cells beside them, at or behind where the key's hash says; 0 where nothing is. */
    private int[] keys = NO_KEYS;

    private Cell[] cells = NO_CELLS;
    private int size;
    private byte[] counts = NOTHING;
    private byte[] report = NOTHING;
    private byte[] delivered = NOTHING;

    /** The cell, unpacked until {@link #pack}. */
    Cell changing(int key) {
        if (size == 0) {
            forEach((cell, at) -> insert(at, cell));
        }
        if (size > 0 && keys[slot(key)] == key) {
            return cells[slot(key)];
        }
        var cell = new Cell();
        insert(key, cell);
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
        var inOrder = keys.clone();
        Arrays.sort(inOrder);
        for (var key : inOrder) {
            if (key != 0 && !cells[slot(key)].isEmpty()) {
                countsNow.add(key);
                cells[slot(key)].write(countsNow, reportNow, deliveredNow);
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

    /** Where the key is, or where it would go; there is room. */
    private int slot(int key) {
        var slot = (key * MIX) >>> (Integer.numberOfLeadingZeros(keys.length) + 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void insert(int key, Cell cell) {
        if (2 * size >= keys.length) {
            grow();
        }
        var slot = slot(key);
        keys[slot] = key;
        cells[slot] = cell;
        size++;
    }

    private void grow() {
        var keysBefore = keys;
        var cellsBefore = cells;
        keys = new int[Math.max(SMALLEST, 2 * keysBefore.length)];
        cells = new Cell[keys.length];
        for (int i = 0; i < keysBefore.length; i++) {
            if (keysBefore[i] != 0) {
                var slot = slot(keysBefore[i]);
                keys[slot] = keysBefore[i];
                cells[slot] = cellsBefore[i];
            }
        }
    }
}
