package org.vigie.registry.chain;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.Current;
import org.vigie.registry.dataset.Edition;
import org.vigie.registry.dataset.Outdated;
import org.vigie.registry.provider.CuratedList;
import org.vigie.registry.provider.Providers;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.TestNetworks;
import org.vigie.url.WebUrl;

/** Says who serves a URL and whom to write to. Stores nothing. */
@Service
public class ResolveUrl {

    private static final Duration TRACK_RECORD = Duration.ofDays(90);

    /** The providers' book, and how many changes had been counted before they were read. */
    private record Known(long changes, NetworkBook book) {}

    private final Providers providers;
    private final TrackRecords trackRecords;
    private final HostNames hostNames;
    private final Registries registries;
    private final Current<AsTable> asTable;
    private final Current<PublicSuffixes> suffixes;
    private final Current<CuratedList> cdnRanges;
    private final TestNetworks testNetworks;
    private final GlobalAddresses globalAddresses;
    private final Clock clock;
    private volatile Known known = new Known(Long.MIN_VALUE, new NetworkBook(List.of()));

    ResolveUrl(
            Providers providers,
            TrackRecords trackRecords,
            HostNames hostNames,
            Registries registries,
            Current<AsTable> asTable,
            Current<PublicSuffixes> suffixes,
            Current<CuratedList> cdnRanges,
            TestNetworks testNetworks,
            GlobalAddresses globalAddresses,
            Clock clock) {
        this.providers = providers;
        this.trackRecords = trackRecords;
        this.hostNames = hostNames;
        this.registries = registries;
        this.asTable = asTable;
        this.suffixes = suffixes;
        this.cdnRanges = cdnRanges;
        this.testNetworks = testNetworks;
        this.globalAddresses = globalAddresses;
        this.clock = clock;
    }

    /**
     * Resolves by what is known now.
     *
     * @param online whether the name system and, where the settings say so, registries may be asked
     */
    public Resolution resolve(WebUrl url, boolean online) {
        var table = asTable.get();
        var knowledge = new Knowledge(
                currentBook(), table, suffixes.get(), testNetworks, globalAddresses, outdated(table.edition()));
        var chain = new Investigation(knowledge, hostNames, registries).chain(url, online);
        return Resolution.of(chain, Ranking.of(chain, knowledge.book(), this::trackRecord), knowledge);
    }

    private Outdated outdated(Edition table) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Outdated.on(today, table, cdnRanges.get().edition());
    }

    /** Whether nothing was taught since the resolution. */
    boolean isCurrent(Resolution resolution) {
        var newest = known;
        return newest.book() == resolution.knowledge().book() && newest.changes() == providers.changes();
    }

    /** Up to the last midnight (UTC): within a day the same facts rank alike. */
    private Responsiveness trackRecord(UUID provider) {
        var midnight = clock.instant().truncatedTo(ChronoUnit.DAYS);
        return trackRecords.of(provider, midnight.minus(TRACK_RECORD), midnight);
    }

    private NetworkBook currentBook() {
        var newest = known;
        var changes = providers.changes();
        if (newest.changes() != changes) {
            newest = new Known(changes, new NetworkBook(providers.all()));
            known = newest;
        }
        return newest.book();
    }
}
