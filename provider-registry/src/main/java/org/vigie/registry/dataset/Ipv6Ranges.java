package org.vigie.registry.dataset;

/** Disjoint inclusive ranges of IPv6 addresses in ascending order, each with an AS number, all unsigned. */
final class Ipv6Ranges {

    private final long[] startHighs;
    private final long[] startLows;
    private final long[] endHighs;
    private final long[] endLows;
    private final int[] asns;

    Ipv6Ranges(long[] startHighs, long[] startLows, long[] endHighs, long[] endLows, int[] asns) {
        this.startHighs = startHighs;
        this.startLows = startLows;
        this.endHighs = endHighs;
        this.endLows = endLows;
        this.asns = asns;
    }

    int size() {
        return asns.length;
    }

    /** 0 if the address is in no range. */
    int asn(long addressHigh, long addressLow) {
        int low = 0;
        int high = asns.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (compare(startHighs[middle], startLows[middle], addressHigh, addressLow) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high >= 0 && compare(addressHigh, addressLow, endHighs[high], endLows[high]) <= 0 ? asns[high] : 0;
    }

    static int compare(long high, long low, long otherHigh, long otherLow) {
        int byHigh = Long.compareUnsigned(high, otherHigh);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, otherLow);
    }
}
