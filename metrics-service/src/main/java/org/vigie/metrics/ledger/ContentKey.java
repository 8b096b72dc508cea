package org.vigie.metrics.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One distinct content at one provider.
 *
 * @param content the content's token, or its id where no exact hash is known
 * @param identified whether another occurrence of the same content could be recognised
 */
public record ContentKey(UUID provider, String content, boolean identified) {

    static ContentKey of(UUID provider, @Nullable String token, UUID contentId) {
        return token == null
                ? new ContentKey(provider, contentId.toString(), false)
                : new ContentKey(provider, token, true);
    }
}
