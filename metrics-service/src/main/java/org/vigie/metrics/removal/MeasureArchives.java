package org.vigie.metrics.removal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.events.ContentKind;
import org.vigie.metrics.ledger.AsOf;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.CountedCase;
import org.vigie.metrics.ledger.Ending.Removed;
import org.vigie.metrics.ledger.Ledger;
import org.vigie.metrics.ledger.Lifecycle;
import org.vigie.metrics.ledger.Selection;
import org.vigie.metrics.provider.Providers;

/** Measures archives, as the report did apart from images. */
@Service
public class MeasureArchives {

    private final Bookkeeping bookkeeping;
    private final Providers providers;

    public MeasureArchives(Bookkeeping bookkeeping, Providers providers) {
        this.bookkeeping = bookkeeping;
        this.providers = providers;
    }

    /** The table of the archives chosen; members and sightings are those known now. */
    public ArchiveTable table(Selection selection) {
        var asOf = AsOf.of(selection.asOf(), bookkeeping.asOf());
        return new ArchiveTable(asOf.instant(), bookkeeping.read(ledger -> rows(ledger, selection, asOf)));
    }

    private record Archive(UUID caseId, UUID content) {}

    private List<ArchiveTable.Row> rows(Ledger ledger, Selection selection, AsOf asOf) {
        var archives = new HashMap<UUID, Set<Archive>>();
        var removed = new HashSet<Archive>();
        asOf.entries(ledger)
                .map(entry -> entry.lifecycle())
                .filter(lifecycle -> lifecycle.counts() && lifecycle.kind() == ContentKind.ARCHIVE)
                .filter(lifecycle -> selection.chooses(lifecycle, providers::find))
                .forEach(lifecycle -> {
                    var archive = archive(lifecycle);
                    archives.computeIfAbsent(lifecycle.provider(), _ -> new HashSet<>())
                            .add(archive);
                    if (lifecycle.ending() instanceof Removed) {
                        removed.add(archive);
                    }
                });
        var rows = new ArrayList<ArchiveTable.Row>();
        archives.forEach((provider, these) -> rows.add(row(provider, these, removed, ledger)));
        rows.sort(Comparator.comparingLong(ArchiveTable.Row::archivesTargeted)
                .reversed()
                .thenComparing(ArchiveTable.Row::providerId));
        return rows;
    }

    private ArchiveTable.Row row(UUID provider, Set<Archive> archives, Set<Archive> removed, Ledger ledger) {
        var verified = 0L;
        var apparent = 0L;
        var sightings = 0L;
        for (var archive : archives) {
            var content = content(archive, ledger);
            if (content != null) {
                verified += content.containedVerified();
                apparent += content.containedApparent();
                var seen = content.sightings();
                sightings += seen.clear() + seen.dark() + seen.unstated();
            }
        }
        var accessible =
                archives.stream().filter(archive -> !removed.contains(archive)).count();
        return new ArchiveTable.Row(
                provider, providers.find(provider), archives.size(), verified, apparent, sightings, accessible);
    }

    private static Archive archive(Lifecycle lifecycle) {
        return new Archive(lifecycle.caseId(), lifecycle.content().content());
    }

    private static CountedCase.@Nullable Content content(Archive archive, Ledger ledger) {
        var known = ledger.findCase(archive.caseId());
        if (known == null) {
            return null;
        }
        return known.contents().stream()
                .filter(content -> content.name().equals(archive.content()))
                .findFirst()
                .orElse(null);
    }
}
