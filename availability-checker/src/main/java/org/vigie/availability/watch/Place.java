package org.vigie.availability.watch;

import org.jspecify.annotations.Nullable;
import org.vigie.events.SealedUrl;
import org.vigie.events.removal.LocationSnapshot;

/**
 * Where a case's content lies, sealed as it came.
 *
 * @param version of the snapshot it was taken from
 * @param erased true if the URL was erased, else absent
 */
public record Place(
        long version, SealedUrl location, @Nullable Boolean erased) {

    /** As it came. */
    static Place of(LocationSnapshot snapshot, boolean erased) {
        return new Place(snapshot.version(), snapshot.location(), erased ? true : null);
    }

    /** Whether there is nothing to look at any more. */
    boolean wasErased() {
        return erased != null;
    }
}
