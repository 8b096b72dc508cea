package org.vigie.support.seal;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/** Keyed tokens for equality: the same value gives the same token, and a token gives nothing back without the key. */
public final class IndexKey {

    private static final int FULL_WIDTH = 32;

    private final PrfSet prfs;

    IndexKey(KeysetHandle keyset) throws GeneralSecurityException {
        this.prfs = keyset.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
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
}
