package org.vigie.registry.chain;

import org.vigie.events.removal.LocationSnapshot;
import org.vigie.events.removal.LocationSnapshot.Location;

/** Opens the sealed location of a case. */
public interface LocationOpener {

    Location open(LocationSnapshot snapshot);
}
