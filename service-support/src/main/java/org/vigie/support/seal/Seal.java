package org.vigie.support.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.vigie.events.SealedUrl;

/** Seals and opens text with one AEAD keyset. */
public final class Seal implements OpeningWitness {

    private final Aead aead;
    private final String keyId;

    Seal(String name, KeysetHandle keyset) throws GeneralSecurityException {
        this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.keyId = name + "-" + Integer.toUnsignedString(keyset.getPrimary().getId());
    }

    /**
     * Seals a text for one record.
     *
     * @param plain what only holders of the keyset may read
     * @param recordId associated data: the id of the document or record that carries it
     */
    public SealedUrl seal(String plain, String recordId) {
        try {
            var ciphertext = aead.encrypt(utf8(plain), utf8(recordId));
            return new SealedUrl(keyId, Base64.getEncoder().encodeToString(ciphertext));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keyset " + keyId + " cannot seal", e);
        }
    }

    /**
     * Opens what {@link #seal} made for the same record.
     *
     * @throws SealBroken if it was sealed for another record, with another key, or was changed
     */
    @Override
    public String open(SealedUrl sealed, String recordId) {
        try {
            var ciphertext = Base64.getDecoder().decode(sealed.ciphertext());
            return new String(aead.decrypt(ciphertext, utf8(recordId)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw new SealBroken(sealed.keyId());
        }
    }

    @Override
    public SealedUrl testify(String name) {
        return seal(name, name);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
