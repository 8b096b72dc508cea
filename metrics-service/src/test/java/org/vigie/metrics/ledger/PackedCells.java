package org.vigie.metrics.ledger;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.metrics.statistics.Packer;

/** What a ledger counted, in a form that depends on nothing else and can be compared. */
public final class PackedCells {

    private PackedCells() {}

    /** The numbers of each cell written down. */
    public static Map<CellKey, String> of(Ledger ledger) {
        return ledger.cells().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> packed(entry.getValue())));
    }

    private static String packed(Cell cell) {
        var counts = new Packer();
        var report = new Packer();
        var delivered = new Packer();
        cell.write(counts, report, delivered);
        return Arrays.toString(counts.toBytes())
                + Arrays.toString(report.toBytes())
                + Arrays.toString(delivered.toBytes());
    }
}
