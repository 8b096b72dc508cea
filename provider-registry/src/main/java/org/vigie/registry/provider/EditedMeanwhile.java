package org.vigie.registry.provider;

import java.util.UUID;
import org.vigie.support.Refusal;

/** The provider is not as the person who decided had seen it. */
public final class EditedMeanwhile extends Refusal {

    private static final long serialVersionUID = 1;

    EditedMeanwhile(UUID providerId) {
        super("provider %s was changed since it was read".formatted(providerId));
    }
}
