package org.vigie.support.seal;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.vigie.events.SealedUrl;

/** Seals what a producer hands in, with the public half of the inbound keyset (HPKE, RFC 9180): it cannot open it. */
public final class InboundSeal {

    private final HybridEncrypt encrypt;
    private final String keyId;

    InboundSeal(String name, KeysetHandle publicKeyset) throws GeneralSecurityException {
        this.encrypt = publicKeyset.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        this.keyId =
                name + "-" + Integer.toUnsignedString(publicKeyset.getPrimary().getId());
    }

    /**
     * Seals a text for one record of an inbound topic.
     *
     * @param recordKey associated data: the key of the record that will carry it
     */
    public SealedUrl seal(String plain, String recordKey) {
        try {
            var ciphertext =
                    encrypt.encrypt(plain.getBytes(StandardCharsets.UTF_8), recordKey.getBytes(StandardCharsets.UTF_8));
            return new SealedUrl(keyId, Base64.getEncoder().encodeToString(ciphertext));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keyset " + keyId + " cannot seal", e);
        }
    }
}
