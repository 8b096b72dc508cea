package org.vigie.support.seal;

import org.vigie.support.Refusal;

/** Something sealed cannot be opened: another key, other associated data, or changed bytes. */
public final class SealBroken extends Refusal {

    private static final long serialVersionUID = 1;

    SealBroken(String keyId) {
        super("sealed with %s, and not readable with this service's keys for this record".formatted(keyId));
    }
}
