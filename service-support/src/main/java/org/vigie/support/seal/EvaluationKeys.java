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
import org.vigie.support.settings.OwnerOnlyFiles;

/** Makes the keysets of an evaluation at its first start, and marks the directory so that production refuses it. */
public final class EvaluationKeys {

    /** Present in a directory of keysets that an evaluation made for itself. */
    static final String MARKER = "MADE-FOR-EVALUATION";

    private EvaluationKeys() {}

    /** Whether the keysets of the directory were made by an evaluation. */
    public static boolean madeHere(Path directory) {
        return Files.exists(directory.resolve(MARKER));
    }

    /**
     * Makes what is missing, for every service; what is there stays. Services that start together may call it together:
     * it is one at a time on the whole machine.
     */
    public static void makeMissing(Path directory, Iterable<String> services) {
        Keysets.startCryptography();
        OwnerOnlyFiles.locked("VIGIE_KEYS", directory, () -> {
            if (!Files.exists(directory.resolve(Keysets.INBOUND_PRIVATE + ".json"))) {
                makeInbound(directory);
            }
            make(directory, Keysets.LOCATION, PredefinedAeadParameters.AES256_GCM);
            make(directory, Keysets.INDEX, PredefinedPrfParameters.HMAC_SHA256_PRF);
            for (var service : services) {
                make(directory, Keysets.STORE + service, PredefinedAeadParameters.AES256_GCM);
            }
        });
    }

    private static void makeInbound(Path directory) {
        try {
            var secret = KeysetHandle.generateNew(hpke(), RegistryConfiguration.get());
            write(directory, Keysets.INBOUND_PUBLIC, secret.getPublicKeysetHandle());
            write(directory, Keysets.INBOUND_PRIVATE, secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make the inbound keyset", e);
        }
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

    private static void make(Path directory, String name, Parameters parameters) {
        if (Files.exists(directory.resolve(name + ".json"))) {
            return;
        }
        try {
            write(directory, name, KeysetHandle.generateNew(parameters, RegistryConfiguration.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make keyset " + name, e);
        }
    }

    private static void write(Path directory, String name, KeysetHandle keyset) throws GeneralSecurityException {
        OwnerOnlyFiles.write(directory.resolve(MARKER), "Made by an evaluation of Vigie for itself.\n");
        OwnerOnlyFiles.write(
                directory.resolve(name + ".json"),
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }
}
