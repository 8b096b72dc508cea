package org.vigie.registry.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids made of what they name (RFC 9562, section 5.5: UUIDv5), so that making one twice is making it once. */
final class NameBasedId {

    private static final UUID NAMESPACE = UUID.fromString("5a3c58b7-8df0-4d28-9d6b-8f5e2f0f4f0e");
    private static final long VERSION_5 = 0x5000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private NameBasedId() {}

    static UUID of(String... parts) {
        var digest = sha1();
        digest.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .flip());
        var bytes = ByteBuffer.wrap(digest.digest(String.join("\u0000", parts).getBytes(UTF_8)));
        long high = (bytes.getLong() & ~0xf000L) | VERSION_5;
        long low = (bytes.getLong() & 0x3fff_ffff_ffff_ffffL) | VARIANT;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
