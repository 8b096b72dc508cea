package org.vigie.registry.dataset;

/** Names of autonomous systems, by AS number in unsigned ascending order. */
final class AsNames {

    private final int[] asns;
    private final String[] names;

    AsNames(int[] asns, String[] names) {
        this.asns = asns;
        this.names = names;
    }

    /** {@code AS64500} where the table gives no name. */
    String of(int asn) {
        int low = 0;
        int high = asns.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(asns[middle], asn);
            if (order == 0) {
                return names[middle];
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return "AS" + Integer.toUnsignedString(asn);
    }
}
