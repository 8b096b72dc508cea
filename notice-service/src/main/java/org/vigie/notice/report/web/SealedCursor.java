package org.vigie.notice.report.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vigie.events.SealedUrl;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;
import org.vigie.support.seal.SealBroken;

/** A place in a list as it is written: sealed for this list and whoever reads it, so it says nothing else. */
@Component
class SealedCursor {

    /** Opening asks for no name of a key. */
    private static final String ANY_KEY = "";

    private final Seal seal;

    SealedCursor(Keysets keysets) {
        this.seal = keysets.store("notice-service");
    }

    /** @param list tells this list of this reader from all others */
    String written(String place, String list) {
        return seal.seal(place, list)
                .ciphertext()
                .replace('+', '-')
                .replace('/', '_')
                .replace("=", "");
    }

    /** Empty if it is none of this list. */
    Optional<String> read(String written, String list) {
        var sealed = new SealedUrl(ANY_KEY, written.replace('-', '+').replace('_', '/'));
        try {
            return Optional.of(seal.open(sealed, list));
        } catch (SealBroken _) {
            return Optional.empty();
        }
    }
}
