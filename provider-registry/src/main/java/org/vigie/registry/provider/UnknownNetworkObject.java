package org.vigie.registry.provider;

import org.vigie.support.Refusal;

/** The provider has no such network object. */
public final class UnknownNetworkObject extends Refusal {

    private static final long serialVersionUID = 1;

    UnknownNetworkObject() {
        super("There is no such network object of this provider.");
    }
}
