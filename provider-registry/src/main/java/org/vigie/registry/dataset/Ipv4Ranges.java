package org.vigie.registry.dataset;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Disjoint inclusive ranges of IPv4 addresses in ascending order, each with an AS number, all unsigned. */
final class Ipv4Ranges {

    static final Ipv4Ranges NONE = new Ipv4Ranges(new int[0], new int[0], new int[0]);

    private static final long LAST = 0xffff_ffffL;

    private final int[] starts;
    private final int[] ends;
    private final int[] asns;

    Ipv4Ranges(int[] starts, int[] ends, int[] asns) {
        this.starts = starts;
        this.ends = ends;
        this.asns = asns;
    }

    int size() {
        return starts.length;
    }

    /** 0 if the address is in no range. */
    int asn(int address) {
        int low = 0;
        int high = starts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Integer.compareUnsigned(starts[middle], address) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high >= 0 && Integer.compareUnsigned(address, ends[high]) <= 0 ? asns[high] : 0;
    }

    /** How far each range starts behind the one before, how far it reaches, and its number. */
    void write(DataOutputStream out) throws IOException {
        var columns = new ColumnWriter(out);
        columns.number(starts.length);
        for (int i = 0; i < starts.length; i++) {
            long next = i == 0 ? 0 : Integer.toUnsignedLong(ends[i - 1]) + 1;
            columns.number(Integer.toUnsignedLong(starts[i]) - next);
        }
        for (int i = 0; i < starts.length; i++) {
            columns.number(Integer.toUnsignedLong(ends[i]) - Integer.toUnsignedLong(starts[i]));
        }
        columns.unsigned(asns);
    }

    /**
     * Reads what was written.
     *
     * @throws BrokenDataSet if a range leaves the family, which is what an overlap comes to here
     */
    static Ipv4Ranges read(DataInputStream in) throws IOException {
        var columns = new ColumnReader(in);
        int rows = columns.count();
        var gaps = new long[rows];
        for (int i = 0; i < rows; i++) {
            gaps[i] = columns.number();
        }
        var starts = new int[rows];
        var ends = new int[rows];
        long next = 0;
        for (int i = 0; i < rows; i++) {
            long start = next + gaps[i];
            long end = start + columns.number();
            if (gaps[i] < 0 || end < start || end > LAST) {
                throw new BrokenDataSet(i + 1L, "the IPv4 range reaches beyond the last address");
            }
            starts[i] = (int) start;
            ends[i] = (int) end;
            next = end + 1;
        }
        return new Ipv4Ranges(starts, ends, columns.unsigned(rows));
    }

    int[] starts() {
        return starts.clone();
    }

    int[] asns() {
        return asns;
    }
}
