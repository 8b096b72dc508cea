package org.vigie.registry.dataset;

import java.net.InetAddress;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a table for the whole Internet may take the place of the one in use: complete, plausible, and right about a
 * few addresses everybody knows.
 */
public final class AsTableCheck {

    private static final SortedMap<String, Long> CANARIES = new TreeMap<>(Map.of(
            "1.1.1.1", 13335L,
            "8.8.8.8", 15169L,
            "193.0.6.139", 3333L,
            "2606:4700::1111", 13335L));
    private static final String[] BOGONS = {"10.0.0.1", "127.0.0.1", "192.168.0.1", "240.0.0.1", "fc00::1"};

    private AsTableCheck() {}

    /**
     * Refuses a table that is not plausible.
     *
     * @param before the table in use, {@link AsTable#NONE} if there is none
     * @throws BrokenDataSet if it should not be used
     */
    public static void check(AsTable table, AsTable before) {
        Shrunk.check(table.size(), before.size(), "ranges");
        noneReserved("IPv4", table.ipv4().asns());
        noneReserved("IPv6", table.ipv6().asns());
        CANARIES.forEach((address, asn) -> expect(table, address, asn));
        for (var bogon : BOGONS) {
            expect(table, bogon, 0);
        }
    }

    private static void noneReserved(String family, int[] asns) {
        for (int i = 0; i < asns.length; i++) {
            if (isReserved(Integer.toUnsignedLong(asns[i]))) {
                throw new BrokenDataSet(
                        "%s range %d: AS%s is reserved".formatted(family, i + 1, Integer.toUnsignedString(asns[i])));
            }
        }
    }

    private static void expect(AsTable table, String address, long asn) {
        var found = Integer.toUnsignedLong(table.asn(InetAddress.ofLiteral(address)));
        if (found != asn) {
            throw new BrokenDataSet("%s is of AS%d here and should be of AS%d".formatted(address, found, asn));
        }
    }

    /** Numbers that nobody may announce with (RFC 7607, RFC 6793, RFC 5398, RFC 6996, RFC 7300). */
    public static boolean isReserved(long asn) {
        return asn == 0 || asn == 23_456 || (asn >= 64_496 && asn <= 131_071) || asn >= 4_200_000_000L;
    }
}
