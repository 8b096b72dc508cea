package org.vigie.registry.chain.sealing;

import org.springframework.stereotype.Component;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.events.removal.LocationSnapshot.Location;
import org.vigie.registry.chain.LocationOpener;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;
import tools.jackson.core.JacksonException;

/** Opens what was sealed for the case. */
@Component
class SealedLocations implements LocationOpener {

    private final Seal seal;

    SealedLocations(Keysets keysets) {
        this.seal = keysets.location();
    }

    @Override
    public Location open(LocationSnapshot snapshot) {
        var json = seal.open(snapshot.location(), snapshot.caseId().toString());
        try {
            return EventJson.MAPPER.readValue(json, Location.class);
        } catch (JacksonException _) {
            // Its text would quote what was sealed.
            throw new UnreadableLocation();
        }
    }
}
