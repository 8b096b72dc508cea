package org.vigie.support.seal;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.vigie.events.SealedUrl;

/** Opens what producers sealed; only notice-service holds this half of the inbound keyset. */
public final class InboundOpener implements OpeningWitness {

    private record Halves(HybridDecrypt decrypt, HybridEncrypt encrypt) {

        static Halves of(KeysetHandle secret) throws GeneralSecurityException {
            return new Halves(
                    secret.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class),
                    secret.getPublicKeysetHandle().getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class));
        }
    }

    private final KeysetFile<Halves> file;

    InboundOpener(Path directory) {
        this.file = new KeysetFile<>(directory, Keysets.INBOUND_PRIVATE, Halves::of, Keysets.INBOUND);
    }

    /**
     * Opens what {@link InboundSeal} made for the same record.
     *
     * @throws SealBroken if it was sealed for another key of the topic, with another keyset, or was changed
     */
    @Override
    public String open(SealedUrl sealed, String recordKey) {
        return Opening.of(
                file,
                sealed,
                recordKey,
                (halves, ciphertext, associated) -> halves.decrypt().decrypt(ciphertext, associated));
    }

    @Override
    public SealedUrl testify(String name) {
        var now = file.recent();
        return InboundSeal.seal(now.primitive().encrypt(), now.keys().primary(), name, name);
    }

    @Override
    public KeyIds keys() {
        return file.recent().keys();
    }
}
