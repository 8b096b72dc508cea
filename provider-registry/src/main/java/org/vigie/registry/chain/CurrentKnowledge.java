package org.vigie.registry.chain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.Current;
import org.vigie.registry.dataset.Edition;
import org.vigie.registry.dataset.Outdated;
import org.vigie.registry.provider.CuratedList;
import org.vigie.registry.provider.EveryProvider;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.TestNetworks;

/** What resolutions are decided by, as of now: the providers' book is made anew only when a provider changed. */
@Component
class CurrentKnowledge {

    /** The providers' book, after how many changes. */
    private record Known(long changes, NetworkBook book) {}

    private final EveryProvider providers;
    private final Current<AsTable> asTable;
    private final Current<PublicSuffixes> suffixes;
    private final Current<CuratedList> cdnRanges;
    private final TestNetworks testNetworks;
    private final GlobalAddresses globalAddresses;
    private final Clock clock;
    private volatile Known known = new Known(EveryProvider.AsOf.NEVER.changes(), new NetworkBook(List.of()));

    CurrentKnowledge(
            EveryProvider providers,
            Current<AsTable> asTable,
            Current<PublicSuffixes> suffixes,
            Current<CuratedList> cdnRanges,
            TestNetworks testNetworks,
            GlobalAddresses globalAddresses,
            Clock clock) {
        this.providers = providers;
        this.asTable = asTable;
        this.suffixes = suffixes;
        this.cdnRanges = cdnRanges;
        this.testNetworks = testNetworks;
        this.globalAddresses = globalAddresses;
        this.clock = clock;
    }

    Knowledge get() {
        var table = asTable.get();
        return new Knowledge(book(), table, suffixes.get(), testNetworks, globalAddresses, outdated(table.edition()));
    }

    /** Whether no provider changed since. */
    boolean isStill(Knowledge knowledge) {
        var newest = known;
        return newest.book() == knowledge.book()
                && newest.changes() == providers.now().changes();
    }

    private Outdated outdated(Edition table) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Outdated.on(today, table, cdnRanges.get().edition());
    }

    private NetworkBook book() {
        var newest = known;
        var now = providers.now();
        if (newest.changes() != now.changes()) {
            newest = new Known(now.changes(), new NetworkBook(now.providers()));
            known = newest;
        }
        return newest.book();
    }
}
