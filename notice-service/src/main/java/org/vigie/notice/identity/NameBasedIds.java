package org.vigie.notice.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/** UUIDs made of names (RFC 9562, version 5): the same name gives the same id on every machine. */
public final class NameBasedIds {

    /** The name space of everything this system names: the URL name space's id of {@code urn:vigie}. */
    private static final UUID SPACE = sha1(UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "urn:vigie");

    private NameBasedIds() {}

    /**
     * The id of something made of parts.
     *
     * @param kind what it is, such as {@code case}
     * @param parts what it is made of; order matters
     */
    public static UUID of(String kind, Object... parts) {
        return sha1(SPACE, kind + Arrays.toString(parts));
    }

    private static UUID sha1(UUID space, String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(space.getMostSignificantBits())
                    .putLong(space.getLeastSignificantBits())
                    .flip());
            var hash = ByteBuffer.wrap(digest.digest(name.getBytes(UTF_8)));
            var high = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
            var low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-1", e);
        }
    }
}
