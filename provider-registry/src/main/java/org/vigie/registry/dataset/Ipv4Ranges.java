package org.vigie.registry.dataset;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Disjoint inclusive ranges of IPv4 addresses in ascending order, each with an AS number, all unsigned. */
final class Ipv4Ranges {

    static final Ipv4Ranges NONE = new Ipv4Ranges(new int[0], new int[0], new int[0]);

    private static final long LAST = 0xffff_ffffL;
    private static final int PAGE = 16;

    private final int[] starts;
    private final int[] ends;
    private final int[] asns;
    /** The start of every page: few enough to stay in the processor's cache, where all starts together do not. */
    private final int[] pages;

    Ipv4Ranges(int[] starts, int[] ends, int[] asns) {
        this.starts = starts;
        this.ends = ends;
        this.asns = asns;
        this.pages = new int[(starts.length + PAGE - 1) / PAGE];
        for (int page = 0; page < pages.length; page++) {
            pages[page] = starts[page * PAGE];
        }
    }

    int size() {
        return starts.length;
    }

    /** 0 if the address is in no range. */
    int asn(int address) {
        int page = last(pages, 0, pages.length, address);
        if (page < 0) {
            return 0;
        }
        int row = last(starts, page * PAGE, Math.min(page * PAGE + PAGE, starts.length), address);
        return Integer.compareUnsigned(address, ends[row]) <= 0 ? asns[row] : 0;
    }

    /**
     * The last of the rows up to an excluded one that does not start behind the address; the one before all if none.
     */
    private static int last(int[] starts, int from, int to, int address) {
        int low = from;
        int high = to - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Integer.compareUnsigned(starts[middle], address) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
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
