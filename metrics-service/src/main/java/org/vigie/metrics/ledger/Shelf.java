package org.vigie.metrics.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.vigie.metrics.statistics.Packer;
import org.vigie.metrics.statistics.Unpacker;

/**
 * The cells of one provider and role. They are written down in a few bytes for each hour, which depend on what they
 * count and on nothing else, and unpacked while they change.
 */
final class Shelf {

    private static final byte[] NOTHING = {};

    private final Map<Integer, Cell> open = new HashMap<>();
    private byte[] counts = NOTHING;
    private byte[] report = NOTHING;
    private byte[] delivered = NOTHING;

    /** The cell, unpacked until {@link #pack}. */
    Cell changing(int key) {
        if (open.isEmpty()) {
            forEach((cell, at) -> open.put(at, cell));
        }
        return open.computeIfAbsent(key, _ -> new Cell());
    }

    /** Writes the cells down. */
    void pack() {
        if (open.isEmpty()) {
            return;
        }
        var countsNow = new Packer();
        var reportNow = new Packer();
        var deliveredNow = new Packer();
        for (Map.Entry<Integer, Cell> cell : new TreeMap<>(open).entrySet()) {
            if (!cell.getValue().isEmpty()) {
                countsNow.add(cell.getKey());
                cell.getValue().write(countsNow, reportNow, deliveredNow);
            }
        }
        open.clear();
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
        return !open.isEmpty();
    }

    boolean isEmpty() {
        return open.isEmpty() && counts.length == 0;
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
}
