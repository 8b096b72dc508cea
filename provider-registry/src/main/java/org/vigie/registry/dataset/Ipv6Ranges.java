package org.vigie.registry.dataset;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Disjoint inclusive ranges of IPv6 addresses in ascending order, each with an AS number, all unsigned. */
final class Ipv6Ranges {

    static final Ipv6Ranges NONE = new Ipv6Ranges(new long[0], new long[0], new long[0], new long[0], new int[0]);

    private static final int PAGE = 16;

    private final long[] startHighs;
    private final long[] startLows;
    private final long[] endHighs;
    private final long[] endLows;
    private final int[] asns;
    /** The start of every page: few enough to stay in the processor's cache, where all starts together do not. */
    private final long[] pageHighs;

    private final long[] pageLows;

    Ipv6Ranges(long[] startHighs, long[] startLows, long[] endHighs, long[] endLows, int[] asns) {
        this.startHighs = startHighs;
        this.startLows = startLows;
        this.endHighs = endHighs;
        this.endLows = endLows;
        this.asns = asns;
        int pages = (asns.length + PAGE - 1) / PAGE;
        this.pageHighs = new long[pages];
        this.pageLows = new long[pages];
        for (int page = 0; page < pages; page++) {
            pageHighs[page] = startHighs[page * PAGE];
            pageLows[page] = startLows[page * PAGE];
        }
    }

    int size() {
        return asns.length;
    }

    /** 0 if the address is in no range. */
    int asn(long addressHigh, long addressLow) {
        if (asns.length == 0 || compare(addressHigh, addressLow, startHighs[0], startLows[0]) < 0) {
            return 0;
        }
        int first = PAGE * last(pageHighs, pageLows, 0, pageHighs.length, addressHigh, addressLow);
        int row = last(startHighs, startLows, first, Math.min(PAGE, asns.length - first), addressHigh, addressLow);
        int order = Long.compareUnsigned(addressHigh, endHighs[row]);
        return order < 0 || (order == 0 && Long.compareUnsigned(addressLow, endLows[row]) <= 0) ? asns[row] : 0;
    }

    /**
     * The last of some rows that does not start behind the address; the first does not. Lower halves are read only
     * where upper ones are alike, since they lie elsewhere in memory.
     */
    private static int last(long[] highs, long[] lows, int first, int rows, long addressHigh, long addressLow) {
        int row = first;
        for (int left = rows; left > 1; left -= left >>> 1) {
            int next = row + (left >>> 1);
            boolean behind = highs[next] == addressHigh
                    ? Long.compareUnsigned(lows[next], addressLow) > 0
                    : Long.compareUnsigned(highs[next], addressHigh) > 0;
            row = behind ? row : next;
        }
        return row;
    }

    static int compare(long high, long low, long otherHigh, long otherLow) {
        int byHigh = Long.compareUnsigned(high, otherHigh);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, otherLow);
    }

    /**
     * Upper halves as gaps and lengths; the lower halves as they are, which is nearly always nothing and everything.
     */
    void write(DataOutputStream out) throws IOException {
        var columns = new ColumnWriter(out);
        columns.number(asns.length);
        for (int i = 0; i < asns.length; i++) {
            columns.number(startHighs[i] - (i == 0 ? 0 : endHighs[i - 1]));
        }
        for (long low : startLows) {
            columns.number(low);
        }
        for (int i = 0; i < asns.length; i++) {
            columns.number(endHighs[i] - startHighs[i]);
        }
        for (long low : endLows) {
            columns.number(~low);
        }
        columns.unsigned(asns);
    }

    /**
     * Reads what was written.
     *
     * @throws BrokenDataSet if a range overlaps the one before or ends before it starts
     */
    static Ipv6Ranges read(DataInputStream in) throws IOException {
        var columns = new ColumnReader(in);
        int rows = columns.count();
        var gaps = numbers(columns, rows);
        var startLows = numbers(columns, rows);
        var lengths = numbers(columns, rows);
        var endLows = numbers(columns, rows);
        var startHighs = new long[rows];
        var endHighs = new long[rows];
        for (int i = 0; i < rows; i++) {
            startHighs[i] = gaps[i] + (i == 0 ? 0 : endHighs[i - 1]);
            endHighs[i] = startHighs[i] + lengths[i];
            endLows[i] = ~endLows[i];
            if (compare(startHighs[i], startLows[i], endHighs[i], endLows[i]) > 0
                    || (i > 0 && compare(endHighs[i - 1], endLows[i - 1], startHighs[i], startLows[i]) >= 0)) {
                throw new BrokenDataSet(i + 1L, "the IPv6 range overlaps the one before it or is out of order");
            }
        }
        return new Ipv6Ranges(startHighs, startLows, endHighs, endLows, columns.unsigned(rows));
    }

    private static long[] numbers(ColumnReader columns, int rows) throws IOException {
        var numbers = new long[rows];
        for (int i = 0; i < rows; i++) {
            numbers[i] = columns.number();
        }
        return numbers;
    }

    long[] startHighs() {
        return startHighs.clone();
    }

    long[] startLows() {
        return startLows.clone();
    }

    int[] asns() {
        return asns;
    }
}
