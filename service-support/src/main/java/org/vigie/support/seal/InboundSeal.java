package org.vigie.support.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.vigie.events.SealedUrl;

/** Seals what a producer hands in, with the public half of the inbound keyset (HPKE, RFC 9180): it cannot open it. */
public final class InboundSeal {

    private final KeysetFile<HybridEncrypt> file;

    InboundSeal(Path directory) {
        this.file = new KeysetFile<>(
                directory,
                Keysets.INBOUND_PUBLIC,
                keyset -> keyset.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class),
                Keysets.INBOUND);
    }

    /**
     * Seals a text for one record of an inbound topic.
     *
     * @param recordKey associated data: the key of the record that will carry it
     */
    public SealedUrl seal(String plain, String recordKey) {
        var now = file.recent();
        return seal(now.primitive(), now.keys().primary(), plain, recordKey);
    }

    static SealedUrl seal(HybridEncrypt encrypt, String keyId, String plain, String recordKey) {
        try {
            var ciphertext = encrypt.encrypt(plain.getBytes(UTF_8), recordKey.getBytes(UTF_8));
            return new SealedUrl(keyId, Base64.getEncoder().encodeToString(ciphertext));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keyset " + keyId + " cannot seal", e);
        }
    }
}
