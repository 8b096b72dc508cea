package org.vigie.availability.watch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.events.SealedUrl;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.events.removal.LocationSnapshot.Location;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;
import org.vigie.url.ParseResult;
import org.vigie.url.WebUrl;
import tools.jackson.core.JacksonException;

/** Opens what is sealed, for as long as a check takes. */
@Component
public class Locations {

    private final Seal seal;

    Locations(Keysets keysets) {
        this.seal = keysets.location();
    }

    /**
     * What the watch is over.
     *
     * @throws UnreadableLocation if there is none or it is no URL
     */
    Subject open(Watch watch) {
        var place = watch.place();
        var assignment = watch.assignment();
        if (place == null || assignment == null) {
            throw new UnreadableLocation(watch.caseId());
        }
        var location = read(watch.caseId(), place.location());
        var url = url(location.url());
        if (url == null) {
            throw new UnreadableLocation(watch.caseId());
        }
        return new Subject(
                url, url(location.referrer()), url(location.foundOn()), assignment.locator(), assignment.rule());
    }

    /** Refuses what could not be checked later. */
    Place checked(LocationSnapshot snapshot) {
        var location = read(snapshot.caseId(), snapshot.location());
        if (url(location.url()) == null) {
            throw new UnreadableLocation(snapshot.caseId());
        }
        return Place.of(snapshot, location.equals(Location.ERASED));
    }

    private Location read(UUID caseId, SealedUrl sealed) {
        try {
            return EventJson.MAPPER.readValue(seal.open(sealed, caseId.toString()), Location.class);
        } catch (JacksonException _) {
            // Its text would quote what was sealed.
            throw new UnreadableLocation(caseId);
        }
    }

    private static @Nullable WebUrl url(@Nullable String text) {
        return text != null && WebUrl.parse(text) instanceof ParseResult.Parsed(var url) ? url : null;
    }
}
