package org.vigie.metrics.ledger;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One distinct content at one provider.
 *
 * @param content the content's name
 * @param identified whether another occurrence of the same content could be recognised
 */
public record ContentKey(UUID provider, UUID content, boolean identified) {

    static ContentKey of(UUID provider, @Nullable String token, UUID contentId) {
        return new ContentKey(provider, nameOf(token, contentId), token != null);
    }

    /**
     * What a content is told apart by: 122 bits made from its token, or its id where no exact hash is known. Tokens are
     * keyed hashes that nobody else can make, so two with the same bits are not to be expected.
     */
    public static UUID nameOf(@Nullable String token, UUID contentId) {
        return token == null ? contentId : UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8));
    }
}
