package org.vigie.support.seal;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.vigie.events.SealedUrl;

/**
 * Keyed tokens for equality: the same value gives the same token, and a token gives nothing back without the key. Its
 * key is the same for ever, as tokens are names (ADR 71), so its file is read once.
 */
public final class IndexKey implements Witness {

    private static final int FULL_WIDTH = 32;

    private final PrfSet prfs;
    private final KeyIds keys;

    IndexKey(Path directory) {
        var read = new KeysetFile<>(
                        directory,
                        Keysets.INDEX,
                        keyset -> keyset.getPrimitive(RegistryConfiguration.get(), PrfSet.class))
                .recent();
        this.prfs = read.primitive();
        this.keys = read.keys();
    }

    /**
     * The token of a value within a domain of values.
     *
     * @param domain keeps tokens of different things apart, such as {@code url} and {@code content}
     * @return 64 hexadecimal digits
     */
    public String token(String domain, String value) {
        try {
            var input = (domain + "/1|" + value).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(prfs.computePrimary(input, FULL_WIDTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the index keyset cannot make tokens", e);
        }
    }

    @Override
    public SealedUrl testify(String name) {
        return new SealedUrl(keys.primary(), token("keyset", name));
    }

    /** Only with the same primary key: with another one every value would have another token. */
    @Override
    public boolean recognises(SealedUrl word, String name) {
        return token("keyset", name).equals(word.ciphertext());
    }

    @Override
    public KeyIds keys() {
        return keys;
    }
}
