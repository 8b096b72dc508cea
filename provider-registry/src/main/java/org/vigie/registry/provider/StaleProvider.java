package org.vigie.registry.provider;

import java.util.UUID;

/** The provider was changed since it was read; reading it again and deciding anew helps. */
public final class StaleProvider extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StaleProvider(UUID providerId) {
        super("provider %s was changed since it was read".formatted(providerId));
    }
}
