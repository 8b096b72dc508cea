package org.vigie.support.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.vigie.events.SealedUrl;

/** Seals and opens text with one AEAD keyset. */
public final class Seal implements OpeningWitness {

    private final KeysetFile<Aead> file;

    Seal(Path directory, String name) {
        this.file = new KeysetFile<>(
                directory, name, keyset -> keyset.getPrimitive(RegistryConfiguration.get(), Aead.class));
    }

    /**
     * Seals a text for one record.
     *
     * @param plain what only holders of the keyset may read
     * @param recordId associated data: the id of the document or record that carries it
     */
    public SealedUrl seal(String plain, String recordId) {
        var now = file.recent();
        try {
            var ciphertext = now.primitive().encrypt(plain.getBytes(UTF_8), recordId.getBytes(UTF_8));
            return new SealedUrl(now.keys().primary(), Base64.getEncoder().encodeToString(ciphertext));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keyset " + now.keys().primary() + " cannot seal", e);
        }
    }

    /**
     * Opens what {@link #seal} made for the same record.
     *
     * @throws SealBroken if it was sealed for another record, with another key, or was changed
     */
    @Override
    public String open(SealedUrl sealed, String recordId) {
        return Opening.of(file, sealed, recordId, Aead::decrypt);
    }

    @Override
    public SealedUrl testify(String name) {
        return seal(name, name);
    }

    @Override
    public KeyIds keys() {
        return file.recent().keys();
    }
}
