package org.vigie.registry.dataset;

/** Disjoint inclusive ranges of IPv4 addresses in ascending order, each with an AS number, all unsigned. */
final class Ipv4Ranges {

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
}
