package org.vigie.support.seal;

import org.vigie.events.SealedUrl;

/** A keyset that knows its own words by opening them. */
interface OpeningWitness extends Witness {

    /**
     * Opens what was sealed for the same record.
     *
     * @throws SealBroken if it was sealed for another record, with another keyset, or was changed
     */
    String open(SealedUrl sealed, String recordId);

    @Override
    default boolean recognises(SealedUrl word, String name) {
        try {
            open(word, name);
            return true;
        } catch (SealBroken _) {
            return false;
        }
    }
}
