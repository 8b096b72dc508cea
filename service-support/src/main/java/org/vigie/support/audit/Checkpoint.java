package org.vigie.support.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/**
 * How long a record was and what it came to (c2sp.org/tlog-checkpoint), as a signed note (c2sp.org/signed-note).
 *
 * @param note the whole text with its signature
 */
record Checkpoint(String origin, long size, Hash root, String note) {

    private static final String DASH = "\u2014 ";
    private static final int LINES = 3;

    /** Signed under the name of the record itself. */
    static Checkpoint signed(NoteKey key, PrivateKey secret, long size, Hash root) {
        var text = "%s\n%d\n%s\n".formatted(key.name(), size, root.text());
        try {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(secret);
            signing.update(text.getBytes(UTF_8));
            var signature = signing.sign();
            var withId = Arrays.copyOf(key.id(), key.id().length + signature.length);
            System.arraycopy(signature, 0, withId, key.id().length, signature.length);
            var line = DASH + key.name() + " " + Base64.getEncoder().encodeToString(withId) + "\n";
            return new Checkpoint(key.name(), size, root, text + "\n" + line);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 does not sign", e);
        }
    }

    /**
     * What a note says, if the key signed it.
     *
     * @throws IllegalArgumentException saying why it is no checkpoint of that key
     */
    static Checkpoint read(String note, NoteKey key) {
        var end = note.lastIndexOf("\n\n");
        if (end < 0) {
            throw new IllegalArgumentException("not a signed note");
        }
        var text = note.substring(0, end + 1);
        var isSigned = note.substring(end + 2)
                .lines()
                .filter(line -> line.startsWith(DASH + key.name() + " "))
                .map(line -> Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1)))
                .filter(signature -> Arrays.equals(key.id(), Arrays.copyOf(signature, key.id().length)))
                .anyMatch(signature -> key.signed(
                        text.getBytes(UTF_8), Arrays.copyOfRange(signature, key.id().length, signature.length)));
        if (!isSigned) {
            throw new IllegalArgumentException("not signed by this key");
        }
        var lines = text.split("\n", -1);
        if (lines.length < LINES || !lines[0].equals(key.name())) {
            throw new IllegalArgumentException("not a checkpoint of this record");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), new Hash(lines[2]), note);
    }
}
