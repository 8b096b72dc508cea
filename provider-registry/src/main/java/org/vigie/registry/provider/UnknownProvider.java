package org.vigie.registry.provider;

import java.util.UUID;
import org.vigie.support.Refusal;

/** No provider has this id. */
public final class UnknownProvider extends Refusal {

    private static final long serialVersionUID = 1;

    public UnknownProvider(UUID providerId) {
        super("no provider %s is known".formatted(providerId));
    }
}
