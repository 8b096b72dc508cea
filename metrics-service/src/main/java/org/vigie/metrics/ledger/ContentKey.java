package org.vigie.metrics.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One distinct content at one provider.
 *
 * @param content the content's name
 * @param identified whether another occurrence of the same content could be recognised
 */
public record ContentKey(UUID provider, UUID content, boolean identified) {

    private static final long MIX = 0x9e3779b97f4a7c15L;
    private static final long OTHER_MIX = 0xc2b2ae3d27d4eb4fL;

    static ContentKey of(UUID provider, @Nullable String token, UUID contentId) {
        return new ContentKey(provider, nameOf(token, contentId), token != null);
    }

    /**
     * What a content is told apart by: 128 bits of its token, or its id where no exact hash is known. Tokens are keyed
     * hashes, as good as drawn by lot, so any bits that all of its characters go into will do.
     */
    public static UUID nameOf(@Nullable String token, UUID contentId) {
        if (token == null) {
            return contentId;
        }
        long high = token.length();
        long low = ~high;
        for (int i = 0; i < token.length(); i += 2) {
            long two = (long) token.charAt(i) << Character.SIZE | (i + 1 < token.length() ? token.charAt(i + 1) : 0);
            high = Long.rotateLeft((high ^ two) * MIX, 29);
            low = Long.rotateLeft((low + two) * OTHER_MIX, 31);
        }
        return new UUID(high ^ low >>> 32, low ^ high >>> 32);
    }
}
