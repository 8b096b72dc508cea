package org.vigie.metrics.removal.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.metrics.removal.ArchiveTable;
import org.vigie.metrics.removal.MeasureArchives;

/** Archives by provider over HTTP. */
@RestController
@RequestMapping("/v1/indicators/archives")
class ArchivesController {

    private final MeasureArchives measureArchives;

    ArchivesController(MeasureArchives measureArchives) {
        this.measureArchives = measureArchives;
    }

    record ArchivesView(@Nullable Instant asOf, String methodVersion, List<ArchiveView> providers) {}

    record ArchiveView(
            UUID providerId,
            @Nullable String name,
            long archivesTargeted,
            long containedVerified,
            long containedApparent,
            long sightings,
            long stillAccessible,
            @Nullable String reportedApart) {

        static ArchiveView of(ArchiveTable.Row row) {
            var provider = row.provider();
            return new ArchiveView(
                    row.providerId(),
                    provider == null ? null : provider.name(),
                    row.archivesTargeted(),
                    row.containedVerified(),
                    row.containedApparent(),
                    row.sightings(),
                    row.stillAccessible(),
                    provider == null ? null : provider.reportedApart());
        }
    }

    @GetMapping
    ArchivesView table(@RequestParam(name = "as_of", required = false) @Nullable Instant asOf) {
        var table = measureArchives.table(asOf);
        return new ArchivesView(
                table.asOf(),
                TableView.METHOD,
                table.rows().stream().map(ArchiveView::of).toList());
    }
}
