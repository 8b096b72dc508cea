package org.vigie.support.seal;

import org.vigie.events.SealedUrl;

/** A keyset that can tell whether it is the one that a store was used with. */
public interface Witness {

    /** A word that only this keyset makes. */
    SealedUrl testify(String name);

    /** Whether this keyset made the word; a keyset that was only added to still knows its own. */
    boolean recognises(SealedUrl word, String name);

    /** The keys it has now. */
    KeyIds keys();
}
