package org.vigie.support.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Seals a backup of any length with a key of its own, and that with the public half of the inbound keyset: whoever
 * makes backups cannot open them. What is cut off or changed is noticed while it is read.
 */
public final class BackupSeal {

    private static final byte[] PURPOSE = "vigie-backup-1".getBytes(US_ASCII);
    private static final int LONGEST_KEY = 10_000; // octets

    private final Path keysets;

    /** @param keysets the directory of the keysets */
    public BackupSeal(Path keysets) {
        this.keysets = keysets;
        Keysets.startCryptography();
    }

    /**
     * What is written there is sealed into the stream; closing it ends the backup and closes the stream.
     *
     * @throws RuntimeException naming the setting if {@code inbound-public} is missing or damaged
     */
    public OutputStream into(OutputStream file) throws IOException {
        HybridEncrypt recipient = read(
                Keysets.INBOUND_PUBLIC,
                keyset -> keyset.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class));
        try {
            StreamingAeadConfig.register();
            var own = KeysetHandle.generateNew(
                    PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB, RegistryConfiguration.get());
            var wrapped = recipient.encrypt(
                    TinkProtoKeysetFormat.serializeKeyset(
                            own, InsecureSecretKeyAccess.get(), RegistryConfiguration.get()),
                    PURPOSE);
            var header = new DataOutputStream(file);
            header.writeInt(wrapped.length);
            header.write(wrapped);
            header.flush();
            return streaming(own).newEncryptingStream(file, PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keyset inbound-public cannot seal", e);
        }
    }

    /**
     * What was sealed into the file. Reading it throws {@link IOException} where it was changed or cut off.
     *
     * @throws IllegalStateException if it is no backup, or one for another keyset
     */
    public InputStream from(InputStream file) throws IOException {
        HybridDecrypt own = read(
                Keysets.INBOUND_PRIVATE,
                keyset -> keyset.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class));
        var header = new DataInputStream(file);
        var length = header.readInt();
        if (length < 0 || length > LONGEST_KEY) {
            throw new IllegalStateException("the file is no backup");
        }
        try {
            StreamingAeadConfig.register();
            var key = TinkProtoKeysetFormat.parseKeyset(
                    own.decrypt(header.readNBytes(length), PURPOSE),
                    InsecureSecretKeyAccess.get(),
                    RegistryConfiguration.get());
            return streaming(key).newDecryptingStream(file, PURPOSE);
        } catch (GeneralSecurityException _) {
            throw new IllegalStateException("the backup was made with another keyset inbound-public, or was changed");
        }
    }

    private <P> P read(String name, KeysetFile.Primitive<P> primitive) {
        return KeysetFile.read(name, keysets.resolve(name + ".json"), primitive);
    }

    private static StreamingAead streaming(KeysetHandle key) throws GeneralSecurityException {
        return key.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }
}
