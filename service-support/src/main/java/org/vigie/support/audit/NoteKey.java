package org.vigie.support.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Whose signature under a note counts: name and Ed25519 key, written as verifiers of signed notes take it
 * (c2sp.org/signed-note, golang.org/x/mod/sumdb/note).
 */
public record NoteKey(String name, PublicKey key) {

    private static final byte ED25519 = 1;
    private static final int ID_LENGTH = 4;
    private static final int RAW_LENGTH = 32;
    private static final byte[] BEFORE_RAW = HexFormat.of().parseHex("302a300506032b6570032100");

    /** The part of {@code key} that the note format calls an encoding: its type and its 32 bytes. */
    private byte[] encoded() {
        var x509 = key.getEncoded();
        var typed = new byte[1 + RAW_LENGTH];
        typed[0] = ED25519;
        System.arraycopy(x509, x509.length - RAW_LENGTH, typed, 1, RAW_LENGTH);
        return typed;
    }

    byte[] id() {
        var digest = Hash.of((name + "\n").getBytes(UTF_8), encoded()).bytes();
        return Arrays.copyOf(digest, ID_LENGTH);
    }

    /** {@code name+id+key}. */
    public String text() {
        return "%s+%s+%s"
                .formatted(
                        name,
                        HexFormat.of().formatHex(id()),
                        Base64.getEncoder().encodeToString(encoded()));
    }

    /**
     * The key that a text names.
     *
     * @throws IllegalArgumentException if it names none, or if its id is not that of its key
     */
    public static NoteKey read(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("expected name+id+key");
        }
        var typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 1 + RAW_LENGTH || typed[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        var x509 = Arrays.copyOf(BEFORE_RAW, BEFORE_RAW.length + RAW_LENGTH);
        System.arraycopy(typed, 1, x509, BEFORE_RAW.length, RAW_LENGTH);
        try {
            var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
            var read = new NoteKey(parts[0], key);
            if (!HexFormat.of().formatHex(read.id()).equals(parts[1])) {
                throw new IllegalArgumentException("the id is not that of the key");
            }
            return read;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    boolean signed(byte[] text, byte[] signature) {
        try {
            var verifying = Signature.getInstance("Ed25519");
            verifying.initVerify(key);
            verifying.update(text);
            return verifying.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
