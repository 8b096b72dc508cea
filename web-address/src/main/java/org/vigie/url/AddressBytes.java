package org.vigie.url;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** Addresses as octets in network order. */
final class AddressBytes {

    private AddressBytes() {}

    static byte[] ofIpv4(int bits) {
        return ByteBuffer.allocate(4).putInt(bits).array();
    }

    static byte[] ofIpv6(long high, long low) {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    static InetAddress toAddress(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 octets, not " + octets.length, e);
        }
    }
}
