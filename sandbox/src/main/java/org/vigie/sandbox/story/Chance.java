package org.vigie.sandbox.story;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** What a seed leaves to chance about one subject; the same seed and subject always say the same, on any machine. */
final class Chance {

    private final byte[] digest;
    private final SplittableRandom random;

    Chance(long seed, String subject) {
        this.digest = sha256((seed + "/" + subject).getBytes(StandardCharsets.UTF_8));
        this.random = new SplittableRandom(java.nio.ByteBuffer.wrap(digest).getLong());
    }

    /** Whole minutes, from the first to the second bound. */
    Duration between(Duration least, Duration most) {
        return Duration.ofMinutes(random.nextLong(least.toMinutes(), most.toMinutes() + 1));
    }

    Duration hours(int least, int most) {
        return between(Duration.ofHours(least), Duration.ofHours(most));
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** 64 hex digits. */
    String sha256() {
        return HexFormat.of().formatHex(digest);
    }

    /** A word of hex digits for a URL. */
    String label() {
        return sha256().substring(0, 12);
    }

    byte[] bytes() {
        return digest.clone();
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
