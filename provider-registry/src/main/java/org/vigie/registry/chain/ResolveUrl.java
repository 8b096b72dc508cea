package org.vigie.registry.chain;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.url.WebUrl;

/** Says who serves a URL and whom to notify. Stores nothing. */
@Service
public class ResolveUrl {

    private static final Duration TRACK_RECORD = Duration.ofDays(90);

    private final CurrentKnowledge current;
    private final TrackRecords trackRecords;
    private final HostNames hostNames;
    private final Registries registries;
    private final Clock clock;

    ResolveUrl(
            CurrentKnowledge current,
            TrackRecords trackRecords,
            HostNames hostNames,
            Registries registries,
            Clock clock) {
        this.current = current;
        this.trackRecords = trackRecords;
        this.hostNames = hostNames;
        this.registries = registries;
        this.clock = clock;
    }

    /**
     * Resolves by what is known now.
     *
     * @param online whether the name system and, where the settings say so, registries may be asked
     */
    public Resolution resolve(WebUrl url, boolean online) {
        var knowledge = current.get();
        var chain = new Investigation(knowledge, hostNames, registries).chain(url, online);
        return Resolution.of(chain, Ranking.of(chain, knowledge.book(), this::trackRecord), knowledge);
    }

    /** Whether no provider changed since the resolution. */
    boolean isCurrent(Resolution resolution) {
        return current.isStill(resolution.knowledge());
    }

    /** Up to the last midnight (UTC): within a day the same facts rank alike. */
    private Responsiveness trackRecord(UUID provider) {
        var midnight = clock.instant().truncatedTo(ChronoUnit.DAYS);
        return trackRecords.of(provider, midnight.minus(TRACK_RECORD), midnight);
    }
}
