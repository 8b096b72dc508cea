package org.vigie.registry.provider;

import java.util.UUID;
import org.vigie.support.Refusal;

/** A provider of this name and type is known already, with other facts. */
public final class ProviderExists extends Refusal {

    private static final long serialVersionUID = 1;

    private final UUID providerId;

    public ProviderExists(UUID providerId) {
        super("a provider of this name and type is known, with other facts");
        this.providerId = providerId;
    }

    /** The one that is known. */
    public UUID providerId() {
        return providerId;
    }
}
