package org.vigie.url;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A block of addresses that share their first bits (CIDR, RFC 4632 and RFC 4291 section 2.3). IPv4 and IPv6 never mix.
 */
public final class AddressRange {

    private final byte[] base;
    private final int prefixLength;
    private final String text;

    private AddressRange(byte[] base, int prefixLength, String text) {
        this.base = base;
        this.prefixLength = prefixLength;
        this.text = text;
    }

    /**
     * Reads {@code 192.0.2.0/24} or {@code 2001:db8::/32}; a single address without a length is a range of one.
     *
     * @throws IllegalArgumentException if it is neither, or has bits beyond its prefix
     */
    public static AddressRange parse(String cidr) {
        int slash = cidr.indexOf('/');
        var base = octets(slash < 0 ? cidr : cidr.substring(0, slash));
        int bits = base.length * 8;
        int length = slash < 0 ? bits : prefixLength(cidr.substring(slash + 1), bits);
        for (int bit = length; bit < bits; bit++) {
            if ((base[bit / 8] >> (7 - bit % 8) & 1) != 0) {
                throw new IllegalArgumentException("an address range has bits set beyond its prefix of " + length);
            }
        }
        return new AddressRange(base, length, cidr);
    }

    /** Whether the address lies in the range; an IPv4-mapped IPv6 address counts as IPv4, as Java makes it. */
    public boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    boolean contains(byte[] address) {
        if (address.length != base.length || firstOctetDiffers(address)) {
            return false;
        }
        int whole = prefixLength / 8;
        int mask = 0xff00 >> prefixLength % 8 & 0xff;
        return Arrays.equals(address, 0, whole, base, 0, whole)
                && (mask == 0 || (address[whole] & mask) == (base[whole] & mask));
    }

    /** Tells nearly every address that is not in the range. */
    private boolean firstOctetDiffers(byte[] address) {
        return ((address[0] ^ base[0]) & 0xff00 >> Math.min(prefixLength, 8) & 0xff) != 0;
    }

    private static byte[] octets(String text) {
        if (text.indexOf(':') >= 0) {
            return Ipv6Parser.parse(text)
                    .map(address -> AddressBytes.ofIpv6(address.high(), address.low()))
                    .orElseThrow(AddressRange::notARange);
        }
        if (!text.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
            throw notARange();
        }
        return Ipv4Parser.parse(text)
                .filter(address -> address.text().equals(text))
                .map(address -> AddressBytes.ofIpv4(address.bits()))
                .orElseThrow(AddressRange::notARange);
    }

    private static int prefixLength(String text, int bits) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > bits) {
            throw notARange();
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException notARange() {
        return new IllegalArgumentException("not an address range such as 192.0.2.0/24 or 2001:db8::/32");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range
                && range.prefixLength == prefixLength
                && Arrays.equals(range.base, base);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(base) + prefixLength;
    }

    /** The range as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
