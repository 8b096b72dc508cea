package org.vigie.registry.chain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.events.removal.LocationSnapshot.Location;
import org.vigie.support.copies.Copies;
import org.vigie.url.WebUrl;

/** What was last heard of cases and of where they lie, which come in any order. */
@Component
class KnownCases {

    private final Copies<CaseSnapshot> cases;
    private final Copies<LocationSnapshot> locations;
    private final LocationOpener opener;

    KnownCases(Copies<CaseSnapshot> cases, Copies<LocationSnapshot> locations, LocationOpener opener) {
        this.cases = cases;
        this.locations = locations;
        this.opener = opener;
    }

    Optional<CaseSnapshot> find(UUID caseId) {
        return cases.find(caseId.toString());
    }

    /** Empty until it is heard of, and once it is erased. */
    Optional<LocationSnapshot> location(UUID caseId) {
        return locations
                .find(caseId.toString())
                .filter(location -> !opener.open(location).equals(Location.ERASED));
    }

    Copies.Kept<CaseSnapshot> keep(CaseSnapshot snapshot) {
        return cases.keep(snapshot.caseId().toString(), snapshot.version(), snapshot);
    }

    /**
     * Keeps the newest.
     *
     * @return whether it is one that was erased
     * @throws org.vigie.support.Refusal if what is sealed cannot be opened
     */
    boolean keep(LocationSnapshot snapshot) {
        var location = opener.open(snapshot);
        locations.keep(snapshot.caseId().toString(), snapshot.version(), snapshot);
        return location.equals(Location.ERASED);
    }

    WebUrl url(LocationSnapshot location) {
        return WebUrl.parse(opener.open(location).url())
                .found()
                .orElseThrow(() -> new IllegalStateException("a case's location is no URL"));
    }
}
