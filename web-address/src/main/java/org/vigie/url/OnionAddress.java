package org.vigie.url;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** Tells onion services by their names (Tor rend-spec-v3, section 6). */
final class OnionAddress {

    private static final int V2_LENGTH = 16;
    private static final int V3_LENGTH = 56;
    private static final int KEY_OCTETS = 32;
    private static final byte VERSION = 3;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private OnionAddress() {}

    /** The kind of the service a label before {@code .onion} names. */
    static HostKind kind(String label) {
        return switch (label.length()) {
            case V2_LENGTH -> decode(label).isPresent() ? HostKind.ONION_V2 : HostKind.ONION_INVALID;
            case V3_LENGTH ->
                decode(label).filter(OnionAddress::isV3).isPresent() ? HostKind.ONION_V3 : HostKind.ONION_INVALID;
            default -> HostKind.ONION_INVALID;
        };
    }

    /** Key, checksum of two octets, version. */
    private static boolean isV3(byte[] address) {
        var key = Arrays.copyOf(address, KEY_OCTETS);
        var checksum = Arrays.copyOfRange(address, KEY_OCTETS, KEY_OCTETS + 2);
        return address[KEY_OCTETS + 2] == VERSION && Arrays.equals(checksum, checksumOf(key));
    }

    private static byte[] checksumOf(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA3-256");
            digest.update(".onion checksum".getBytes(US_ASCII));
            digest.update(key);
            digest.update(VERSION);
            return Arrays.copyOf(digest.digest(), 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA3-256", e);
        }
    }

    /** Base 32 (RFC 4648, section 6) of a length without padding, in lower case. */
    private static Optional<byte[]> decode(String label) {
        var octets = new byte[label.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int filled = 0;
        for (int i = 0; i < label.length(); i++) {
            int value = ALPHABET.indexOf(label.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            buffer = (buffer << 5 | value) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                octets[filled++] = (byte) (buffer >>> bits);
            }
        }
        return Optional.of(octets);
    }
}
