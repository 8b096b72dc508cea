package org.vigie.support.seal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A keyset as its file is now: looked at again once a second, so that what is rotated needs no restart.
 *
 * @param <P> what seals or opens with it
 */
final class KeysetFile<P> {

    private static final Logger LOG = LoggerFactory.getLogger(KeysetFile.class);
    private static final long AT_HAND = Duration.ofSeconds(1).toNanos();

    /** What seals or opens, made of a keyset. */
    interface Primitive<P> {
        P of(KeysetHandle keyset) throws GeneralSecurityException;
    }

    /** The keyset that was read last. */
    record Read<P>(P primitive, KeyIds keys) {}

    private final String name;
    private final Path file;
    private final Primitive<P> primitive;
    private final String keyPrefix;

    private Object stamp;
    private volatile Read<P> read;
    private volatile long lookedAt = System.nanoTime();

    KeysetFile(Path directory, String name, Primitive<P> primitive) {
        this(directory, name, primitive, name);
    }

    /**
     * The keyset of a file.
     *
     * @param keyPrefix what its keys are named after: two halves of one keyset have their names in common
     * @throws RuntimeException naming the setting if the keyset is missing or damaged
     */
    KeysetFile(Path directory, String name, Primitive<P> primitive, String keyPrefix) {
        this.name = name;
        this.file = directory.resolve(name + ".json");
        this.primitive = primitive;
        this.keyPrefix = keyPrefix;
        this.stamp = stamp();
        this.read = read();
    }

    /** As it was at most a second ago. */
    Read<P> recent() {
        if (System.nanoTime() - lookedAt > AT_HAND) {
            lookAgain();
        }
        return read;
    }

    /** As it is now, absent if it is the one given: nothing was rotated since that was read. */
    @Nullable
    Read<P> newerThan(Read<P> known) {
        lookAgain();
        return Objects.equals(read, known) ? null : read;
    }

    /** What cannot be read now is read later; until then what was read before goes on. */
    private synchronized void lookAgain() {
        lookedAt = System.nanoTime();
        try {
            var now = stamp();
            if (!now.equals(stamp)) {
                read = read();
                stamp = now;
                LOG.atInfo().addKeyValue("keyset", name).log("keyset was read again");
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            LOG.atWarn()
                    .addKeyValue("keyset", name)
                    .addKeyValue("failure", e.getClass().getName())
                    .log("keyset cannot be read again; the one read before goes on");
        }
    }

    /** Tells two states of the file apart; whoever rotates replaces the file whole. */
    private Object stamp() {
        try {
            var seen = Files.readAttributes(file, BasicFileAttributes.class);
            return List.of(seen.lastModifiedTime(), seen.size(), String.valueOf(seen.fileKey()));
        } catch (IOException e) {
            throw missing(name, file, e);
        }
    }

    private Read<P> read() {
        return read(name, file, keyset -> new Read<>(primitive.of(keyset), KeyIds.of(keyPrefix, keyset)));
    }

    /**
     * What is made of the keyset in a file, as it is now.
     *
     * @throws RuntimeException naming the setting if the keyset is missing or damaged
     */
    static <T> T read(String name, Path file, Primitive<T> made) {
        try {
            return made.of(TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        } catch (IOException e) {
            throw missing(name, file, e);
        } catch (GeneralSecurityException _) {
            // The cause could quote the key.
            throw new IllegalStateException("VIGIE_KEYS: keyset %s is damaged: %s".formatted(name, file));
        }
    }

    private static UncheckedIOException missing(String name, Path file, IOException cause) {
        return new UncheckedIOException(
                "VIGIE_KEYS: keyset %s is missing or not readable: %s".formatted(name, file), cause);
    }
}
