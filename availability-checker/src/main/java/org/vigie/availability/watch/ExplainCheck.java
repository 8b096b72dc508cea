package org.vigie.availability.watch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.events.Locator;
import org.vigie.events.ProbeRule;
import org.vigie.url.WebUrl;

/** Checks one URL now and says how its verdict comes about. Changes the history of no watch. */
@Service
public class ExplainCheck {

    private final Watches watches;
    private final Locations locations;
    private final CheckUrl checkUrl;
    private final Clock clock;

    ExplainCheck(Watches watches, Locations locations, CheckUrl checkUrl, Clock clock) {
        this.watches = watches;
        this.locations = locations;
        this.checkUrl = checkUrl;
        this.clock = clock;
    }

    /** Checks a URL of which nothing is known, as a medium that may be asked for. */
    public CheckResult explain(WebUrl url) {
        var seed = UUID.nameUUIDFromBytes(url.canonical().getBytes(StandardCharsets.UTF_8));
        return checkUrl.check(
                new Subject(url, null, null, Locator.MEDIA, ProbeRule.ANY), Prior.none(seed, clock.instant()));
    }

    /**
     * Checks a case's URL as its watch would now.
     *
     * @throws NotWatched if the case is not known, held, or not to be checked
     */
    public CheckResult explain(UUID caseId) {
        var watch = watches.find(caseId).filter(Watch::isActive).orElseThrow(() -> new NotWatched(caseId));
        return checkUrl.check(locations.open(watch), watch.prior(clock.instant()));
    }
}
