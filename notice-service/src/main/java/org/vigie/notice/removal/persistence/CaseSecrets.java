package org.vigie.notice.removal.persistence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.events.SealedUrl;
import org.vigie.events.removal.LocationSnapshot.Location;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.removal.CaseEvent;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.Place;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Signed;
import org.vigie.notice.removal.Steering;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;

/** Seals what of a case must never be plain at rest: place, contents with their hashes, people's names and words. */
@Component
class CaseSecrets {

    /** What is sealed in a stored case. */
    record Secrets(
            Place place,
            List<ContentUnit> contents,
            List<Hold> holds,
            List<CaseEvent> story,
            @Nullable Signed retraction,
            Steering steering) {}

    private final Seal store;
    private final Seal location;

    CaseSecrets(Keysets keysets) {
        this.store = keysets.store("notice-service");
        this.location = keysets.location();
    }

    SealedUrl seal(RemovalCase known) {
        var secrets = new Secrets(
                known.place(), known.contents(), known.holds(), known.story(), known.retraction(), known.steering());
        return store.seal(
                EventJson.MAPPER.writeValueAsString(secrets), known.caseId().toString());
    }

    Secrets open(SealedUrl sealed, String caseId) {
        return EventJson.MAPPER.readValue(store.open(sealed, caseId), Secrets.class);
    }

    /** For {@code locations.v1}. */
    SealedUrl location(RemovalCase known) {
        var place = known.place();
        var plain = EventJson.MAPPER.writeValueAsString(new Location(place.url(), place.referrer(), place.foundOn()));
        return location.seal(plain, known.caseId().toString());
    }
}
