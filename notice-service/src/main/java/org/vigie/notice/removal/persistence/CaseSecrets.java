package org.vigie.notice.removal.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.events.SealedUrl;
import org.vigie.events.removal.LocationSnapshot.Location;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseEvent;
import org.vigie.notice.removal.CaseEvent.Kind;
import org.vigie.notice.removal.Dispute;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.Place;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Ruling;
import org.vigie.notice.removal.Signed;
import org.vigie.notice.removal.Steering;
import org.vigie.notice.removal.Steering.Clearance;
import org.vigie.notice.removal.Steering.Declined;
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
            List<StoredEvent> story,
            @Nullable Signed retraction,
            StoredSteering steering) {}

    /** An event as it is stored: what happened is a code. */
    record StoredEvent(
            Instant at,
            String what,
            @Nullable String who,
            @Nullable String why,
            @Nullable Addressee addressee,
            @Nullable String reference,
            @Nullable UUID contentId) {

        static StoredEvent of(CaseEvent event) {
            return new StoredEvent(
                    event.at(),
                    event.kind().code(),
                    event.who(),
                    event.why(),
                    event.addressee(),
                    event.reference(),
                    event.contentId());
        }

        CaseEvent toDomain() {
            return new CaseEvent(at, Kind.of(what), who, why, addressee, reference, contentId);
        }
    }

    /**
     * Where people turned a case, as it is stored.
     *
     * @param declined absent in what was stored before providers' answers were
     * @param rulings absent in what was stored before disputes were answered
     */
    record StoredSteering(
            List<Addressee> approved,
            @Nullable Addressee chosen,
            List<Clearance> clearances,
            @Nullable List<Declined> declined,
            @Nullable Dispute dispute,
            @Nullable List<Ruling> rulings) {

        static StoredSteering of(Steering steering) {
            return new StoredSteering(
                    steering.approved(),
                    steering.chosen(),
                    steering.clearances(),
                    steering.declined(),
                    steering.dispute(),
                    steering.rulings());
        }

        Steering toDomain(@Nullable Signed retraction) {
            var all = declined == null ? List.<Declined>of() : declined;
            var owed = rulings == null ? List.<Ruling>of() : rulings;
            return new Steering(approved, chosen, clearances, all, dispute, owed, retraction);
        }
    }

    private final Seal store;
    private final Seal location;

    CaseSecrets(Keysets keysets) {
        this.store = keysets.store("notice-service");
        this.location = keysets.location();
    }

    SealedUrl seal(RemovalCase known) {
        var secrets = new Secrets(
                known.evidence().place(),
                known.contents(),
                known.holds().current(),
                known.history().timeline().stream().map(StoredEvent::of).toList(),
                known.steering().retraction(),
                StoredSteering.of(known.steering()));
        return store.seal(
                EventJson.MAPPER.writeValueAsString(secrets), known.caseId().toString());
    }

    Secrets open(SealedUrl sealed, String caseId) {
        return EventJson.MAPPER.readValue(store.open(sealed, caseId), Secrets.class);
    }

    /** For {@code locations.v1}. */
    SealedUrl location(RemovalCase known) {
        var place = known.evidence().place();
        var plain = EventJson.MAPPER.writeValueAsString(new Location(place.url(), place.referrer(), place.foundOn()));
        return location.seal(plain, known.caseId().toString());
    }
}
