package org.vigie.support.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A SHA-256 digest, in Base64. */
public record Hash(String text) {

    private static final int LENGTH = 32;

    public Hash {
        if (Base64.getDecoder().decode(text).length != LENGTH) {
            throw new IllegalArgumentException("not a SHA-256 digest");
        }
    }

    static Hash of(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return new Hash(Base64.getEncoder().encodeToString(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(text);
    }
}
