package org.vigie.support.seal;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.vigie.events.SealedUrl;

/** Opens what producers sealed; only notice-service holds this half of the inbound keyset. */
public final class InboundOpener implements OpeningWitness {

    private final HybridDecrypt decrypt;
    private final InboundSeal seal;

    InboundOpener(KeysetHandle privateKeyset) throws GeneralSecurityException {
        this.decrypt = privateKeyset.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
        this.seal = new InboundSeal("inbound", privateKeyset.getPublicKeysetHandle());
    }

    /**
     * Opens what {@link InboundSeal} made for the same record.
     *
     * @throws SealBroken if it was sealed for another key of the topic, with another keyset, or was changed
     */
    @Override
    public String open(SealedUrl sealed, String recordKey) {
        try {
            var ciphertext = Base64.getDecoder().decode(sealed.ciphertext());
            return new String(
                    decrypt.decrypt(ciphertext, recordKey.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw new SealBroken(sealed.keyId());
        }
    }

    @Override
    public SealedUrl testify(String name) {
        return seal.seal(name, name);
    }
}
