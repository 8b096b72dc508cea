package org.vigie.sandbox.story;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Names of onion services, version 3 (rend-spec-v3, section 6). */
final class Onion {

    private static final byte VERSION = 3;
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";

    private Onion() {}

    /** The name that belongs to a public key of 32 bytes; nobody needs to have the private one. */
    static String name(byte[] publicKey) {
        var bytes = Arrays.copyOf(publicKey, 35);
        var checksum = checksum(publicKey);
        bytes[32] = checksum[0];
        bytes[33] = checksum[1];
        bytes[34] = VERSION;
        return base32(bytes) + ".onion";
    }

    private static byte[] checksum(byte[] publicKey) {
        try {
            var sha3 = MessageDigest.getInstance("SHA3-256");
            sha3.update(".onion checksum".getBytes(StandardCharsets.US_ASCII));
            sha3.update(publicKey);
            sha3.update(VERSION);
            return sha3.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA3-256", e);
        }
    }

    /** RFC 4648, section 6, for a whole number of five-byte groups. */
    private static String base32(byte[] bytes) {
        var text = new StringBuilder();
        var buffer = 0L;
        for (var i = 0; i < bytes.length; i++) {
            buffer = (buffer << 8) | (bytes[i] & 0xff);
            if (i % 5 == 4) {
                for (var shift = 35; shift >= 0; shift -= 5) {
                    text.append(DIGITS.charAt(((int) (buffer >> shift)) & 31));
                }
                buffer = 0;
            }
        }
        return text.toString();
    }
}
