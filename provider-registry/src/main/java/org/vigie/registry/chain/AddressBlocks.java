package org.vigie.registry.chain;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Blocks of addresses by the length of their prefix: a lookup asks one map per length in use, longest first.
 *
 * @param <E> what a block stands for
 */
final class AddressBlocks<E> {

    private record Prefix(int family, int length) {}

    /** The bits of an address that a prefix leaves; the rest is zero. */
    private record Bits(long high, long low) {}

    private final Map<Prefix, Map<Bits, List<E>>> blocks =
            new TreeMap<>((one, other) -> Integer.compare(other.length(), one.length()) != 0
                    ? Integer.compare(other.length(), one.length())
                    : Integer.compare(one.family(), other.family()));

    /** Adds a block in CIDR form, or a single address. */
    void add(String cidr, E entry) {
        int slash = cidr.indexOf('/');
        var base = InetAddress.ofLiteral(slash < 0 ? cidr : cidr.substring(0, slash));
        int family = base.getAddress().length;
        int length = slash < 0 ? family * Byte.SIZE : Integer.parseInt(cidr.substring(slash + 1));
        blocks.computeIfAbsent(new Prefix(family, length), _ -> new HashMap<>())
                .computeIfAbsent(bits(base, length), _ -> new ArrayList<>())
                .add(entry);
    }

    /** What the longest prefix with an acceptable entry stands for, without the unacceptable ones; empty if none. */
    List<E> longest(InetAddress address, Predicate<E> acceptable) {
        if (blocks.isEmpty()) {
            return List.of();
        }
        int family = address.getAddress().length;
        for (var ofLength : blocks.entrySet()) {
            if (ofLength.getKey().family() == family) {
                var found =
                        ofLength
                                .getValue()
                                .getOrDefault(bits(address, ofLength.getKey().length()), List.of())
                                .stream()
                                .filter(acceptable)
                                .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static Bits bits(InetAddress address, int length) {
        long high = 0;
        long low = 0;
        var bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.clamp(length - i * (long) Byte.SIZE, 0, Byte.SIZE);
            long octet = bytes[i] & (0xff00L >> kept) & 0xff;
            if (i < Long.BYTES) {
                high = high << Byte.SIZE | octet;
            } else {
                low = low << Byte.SIZE | octet;
            }
        }
        return new Bits(high, low);
    }
}
