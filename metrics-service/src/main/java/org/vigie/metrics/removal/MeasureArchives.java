package org.vigie.metrics.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.events.ContentKind;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.ContentKey;
import org.vigie.metrics.ledger.Ending.Removed;
import org.vigie.metrics.ledger.Ledger;
import org.vigie.metrics.ledger.Lifecycle;
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

    /** The table as of an instant, now if absent. */
    public ArchiveTable table(@Nullable Instant asked) {
        var asOf = AsOf.of(asked, bookkeeping.asOf());
        return new ArchiveTable(asOf.instant(), bookkeeping.read(ledger -> rows(ledger, asOf)));
    }

    private record Archive(UUID caseId, UUID content) {}

    private List<ArchiveTable.Row> rows(Ledger ledger, AsOf asOf) {
        var cases = ledger.cases().stream().collect(Collectors.toMap(CaseSnapshot::caseId, one -> one));
        var archives = new HashMap<UUID, Set<Archive>>();
        var removed = new HashSet<Archive>();
        asOf.entries(ledger)
                .map(entry -> entry.lifecycle())
                .filter(lifecycle -> lifecycle.counts() && lifecycle.kind() == ContentKind.ARCHIVE)
                .forEach(lifecycle -> {
                    var archive = archive(lifecycle);
                    archives.computeIfAbsent(lifecycle.provider(), _ -> new HashSet<>())
                            .add(archive);
                    if (lifecycle.ending() instanceof Removed) {
                        removed.add(archive);
                    }
                });
        var rows = new ArrayList<ArchiveTable.Row>();
        archives.forEach((provider, these) -> rows.add(row(provider, these, removed, cases)));
        rows.sort(Comparator.comparingLong(ArchiveTable.Row::archivesTargeted)
                .reversed()
                .thenComparing(ArchiveTable.Row::providerId));
        return rows;
    }

    private ArchiveTable.Row row(
            UUID provider, Set<Archive> archives, Set<Archive> removed, Map<UUID, CaseSnapshot> cases) {
        var verified = 0L;
        var apparent = 0L;
        var sightings = 0L;
        for (var archive : archives) {
            var content = content(archive, cases);
            if (content != null) {
                verified += orNone(content.containedVerified());
                apparent += orNone(content.containedApparent());
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

    private static CaseSnapshot.@Nullable Content content(Archive archive, Map<UUID, CaseSnapshot> cases) {
        var known = cases.get(archive.caseId());
        if (known == null) {
            return null;
        }
        return known.contents().stream()
                .filter(content ->
                        archive.content().equals(ContentKey.nameOf(content.contentToken(), content.contentId()))
                                || archive.content().equals(content.contentId()))
                .findFirst()
                .orElse(null);
    }

    private static int orNone(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
