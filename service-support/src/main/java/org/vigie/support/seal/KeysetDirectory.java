package org.vigie.support.seal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.support.settings.OwnerOnlyFiles;

/**
 * The files of the keysets, as whoever makes and rotates keys sees them. A file is replaced whole, readable by its
 * owner alone; no method returns a key. Whoever changes something holds the directory's lock
 * ({@link OwnerOnlyFiles#locked}).
 */
public final class KeysetDirectory {

    /** The services that have a store. */
    public static final List<String> SERVICES =
            List.of("notice-service", "provider-registry", "availability-checker", "metrics-service");

    private final Path directory;

    public KeysetDirectory(Path directory) {
        this.directory = directory;
        Keysets.startCryptography();
    }

    /** Names of the keysets that a directory has, without the public half, which follows the private one. */
    public static List<String> names() {
        return names(SERVICES);
    }

    /** The same of an installation with these services. */
    private static List<String> names(List<String> services) {
        return Stream.concat(
                        Stream.of(Keysets.INBOUND_PRIVATE, Keysets.LOCATION, Keysets.INDEX),
                        services.stream().map(service -> Keysets.STORE + service))
                .toList();
    }

    /** Names of the keysets that are not there. */
    public List<String> missing(List<String> services) {
        return names(services).stream()
                .filter(name -> !Files.exists(file(name)))
                .toList();
    }

    /** Makes what is missing, for these services; what is there stays. */
    public void makeMissing(List<String> services) {
        missing(services).forEach(name -> change(name, KeysetDirectory::made));
    }

    /** The keys of a keyset. */
    public KeyIds keys(String name) {
        return KeyIds.of(prefix(name), read(name));
    }

    /** Adds a key that opens and does not seal yet, and returns its name. */
    public String add(String name) {
        change(
                name,
                _ -> KeysetHandle.newBuilder(read(name))
                        .addEntry(KeysetHandle.generateEntryFromParameters(parameters(name))
                                .withRandomId())
                        .build());
        return keys(name).readable().getLast();
    }

    /** Has the key seal, from now on, whatever is sealed. */
    public void promote(String name, String keyId) {
        change(name, _ -> {
            var changed = KeysetHandle.newBuilder(read(name));
            changed.getAt(position(name, keyId)).makePrimary();
            return changed.build();
        });
    }

    /**
     * Takes a key away for ever: what it alone opens can be read no more.
     *
     * @throws IllegalArgumentException if it seals, or is none of the keyset's
     */
    public void remove(String name, String keyId) {
        if (keys(name).primary().equals(keyId)) {
            throw new IllegalArgumentException("the key that seals is not removed: " + keyId);
        }
        change(
                name,
                _ -> KeysetHandle.newBuilder(read(name))
                        .deleteAt(position(name, keyId))
                        .build());
    }

    private int position(String name, String keyId) {
        var at = keys(name).readable().indexOf(keyId);
        if (at < 0) {
            throw new IllegalArgumentException("no such key in keyset " + name + ": " + keyId);
        }
        return at;
    }

    private static String prefix(String name) {
        return name.equals(Keysets.INBOUND_PRIVATE) ? Keysets.INBOUND : name;
    }

    private static KeysetHandle made(String name) throws GeneralSecurityException {
        return KeysetHandle.generateNew(parameters(name), RegistryConfiguration.get());
    }

    private static Parameters parameters(String name) throws GeneralSecurityException {
        return switch (name) {
            case Keysets.INBOUND_PRIVATE -> hpke();
            case Keysets.INDEX -> PredefinedPrfParameters.HMAC_SHA256_PRF;
            default -> PredefinedAeadParameters.AES256_GCM;
        };
    }

    /** RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
    private static HpkeParameters hpke() throws GeneralSecurityException {
        return HpkeParameters.builder()
                .setVariant(HpkeParameters.Variant.TINK)
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .build();
    }

    private Path file(String name) {
        return directory.resolve(name + ".json");
    }

    private KeysetHandle read(String name) {
        return KeysetFile.read(name, file(name), keyset -> keyset);
    }

    private interface Change {
        KeysetHandle to(String name) throws GeneralSecurityException;
    }

    /** The private half first: nothing is sealed that cannot be opened. */
    private void change(String name, Change change) {
        try {
            var keyset = change.to(name);
            write(name, keyset);
            if (name.equals(Keysets.INBOUND_PRIVATE)) {
                write(Keysets.INBOUND_PUBLIC, keyset.getPublicKeysetHandle());
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make keyset " + name, e);
        }
    }

    private void write(String name, KeysetHandle keyset) throws GeneralSecurityException {
        OwnerOnlyFiles.write(
                file(name),
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }
}
