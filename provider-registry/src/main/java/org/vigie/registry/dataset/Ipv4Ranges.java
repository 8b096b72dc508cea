package org.vigie.registry.dataset;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Disjoint inclusive ranges of IPv4 addresses in ascending order, each with an AS number, all unsigned. */
final class Ipv4Ranges {

    static final Ipv4Ranges NONE = new Ipv4Ranges(new int[0], new int[0], new int[0]);

    private static final long LAST = 0xffff_ffffL;
    private static final int HALF = 16;

    private final int[] starts;
    private final int[] ends;
    private final int[] asns;
    /** How many ranges start before each block of 65,536 addresses: where to look instead of halving all of them. */
    private final int[] before = new int[(1 << HALF) + 1];

    Ipv4Ranges(int[] starts, int[] ends, int[] asns) {
        this.starts = starts;
        this.ends = ends;
        this.asns = asns;
        for (int start : starts) {
            before[(start >>> HALF) + 1]++;
        }
        Arrays.parallelPrefix(before, Integer::sum);
    }

    int size() {
        return starts.length;
    }

    /** 0 if the address is in no range. */
    int asn(int address) {
        int block = address >>> HALF;
        int row = last(before[block] - 1, before[block + 1], address);
        return row >= 0 && Integer.compareUnsigned(address, ends[row]) <= 0 ? asns[row] : 0;
    }

    /**
     * The last row that does not start behind the address, between one that does not, or is none, and an excluded one.
     * Takes as many steps whatever the address, none of which a processor has to guess.
     */
    private int last(int first, int end, int address) {
        int row = first;
        for (int left = end - first; left > 1; left -= left >>> 1) {
            int half = left >>> 1;
            row += Integer.compareUnsigned(starts[row + half], address) <= 0 ? half : 0;
        }
        return row;
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
