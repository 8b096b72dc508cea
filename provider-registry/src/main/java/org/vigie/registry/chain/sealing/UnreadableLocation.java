package org.vigie.registry.chain.sealing;

import org.vigie.support.Refusal;

/** What is sealed is no location. */
final class UnreadableLocation extends Refusal {

    private static final long serialVersionUID = 1;

    UnreadableLocation() {
        super("what is sealed is no location");
    }
}
