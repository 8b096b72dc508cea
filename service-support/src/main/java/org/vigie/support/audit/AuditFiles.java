package org.vigie.support.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.vigie.support.settings.OwnerOnlyFiles;

/**
 * Where the record of one instance lies.
 *
 * @param directory its entries and its keys
 * @param checkpoints where the signed checkpoints of all records go, which is best another disk
 */
record AuditFiles(Path directory, Path checkpoints) {

    private static final String CHECKPOINT = ".checkpoint";

    Path entries() {
        return directory.resolve("entries.jsonl");
    }

    Path lock() {
        return directory.resolve("lock");
    }

    private Path verifier() {
        return directory.resolve("verifier");
    }

    private Path secret() {
        return directory.resolve("signing-key");
    }

    /** The key that signs, made at the first start, and what it is known by. */
    record Keys(NoteKey known, PrivateKey secret) {}

    Keys keys(String service) throws IOException {
        try {
            if (Files.notExists(verifier())) {
                var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
                OwnerOnlyFiles.write(
                        secret(),
                        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
                OwnerOnlyFiles.write(
                        verifier(), new NoteKey("vigie/" + service + "/" + id, pair.getPublic()).text() + "\n");
            }
            var secret = Base64.getDecoder().decode(Files.readString(secret()).strip());
            return new Keys(
                    known(), KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret)));
        } catch (GeneralSecurityException e) {
            throw new IOException("the audit's signing key is damaged", e);
        }
    }

    NoteKey known() throws IOException {
        return NoteKey.read(Files.readString(verifier()));
    }

    /** The lines that were written to their end. */
    WholeLines wholeLines() throws IOException {
        return new WholeLines(Files.newInputStream(entries()));
    }

    /** Beside one of the same size that says something else: that one is what shows that the record was put back. */
    void keep(Checkpoint checkpoint) throws IOException {
        var size = signed(checkpoint.origin()).resolve("%012d".formatted(checkpoint.size()));
        var file = Path.of(size + CHECKPOINT);
        for (var other = 2; Files.exists(file); other++) {
            if (Files.readString(file).equals(checkpoint.note())) {
                return;
            }
            file = Path.of("%s_%d%s".formatted(size, other, CHECKPOINT));
        }
        OwnerOnlyFiles.write(file, checkpoint.note());
    }

    /** The checkpoints of a record, the shortest first. */
    List<Path> kept(String origin) throws IOException {
        var where = signed(origin);
        if (Files.notExists(where)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(where)) {
            return files.filter(file -> file.toString().endsWith(CHECKPOINT))
                    .sorted()
                    .toList();
        }
    }

    /** Records of several installations may have their checkpoints in one directory: a name is that of one key. */
    private Path signed(String origin) {
        return checkpoints.resolve(origin);
    }
}
