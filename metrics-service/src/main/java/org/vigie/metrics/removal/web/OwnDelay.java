package org.vigie.metrics.removal.web;

import org.vigie.metrics.volume.Delays;

/** Delays of our own, in hours rounded up. */
record OwnDelay(
        Delays.Spread receivedToVerified,
        Delays.Spread verifiedToFirstHandover,
        Delays.Spread held,
        Delays.Spread blockedByCheck) {

    static OwnDelay of(Delays delays) {
        return new OwnDelay(
                delays.receivedToVerified(), delays.verifiedToHandover(), delays.held(), delays.checkBlocked());
    }
}
