package org.vigie.metrics.removal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.metrics.definition.Csv;
import org.vigie.metrics.definition.Definitions;
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

    /** @param next cursor of the next part, absent at the end */
    record ArchivesView(
            @Nullable Instant asOf,
            String methodVersion,
            List<ArchiveView> providers,
            @Nullable String next) {}

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

    @Operation(
            operationId = "getArchiveIndicators",
            summary = "Get the indicators of archives",
            description =
                    "Archives by provider, most archives first, page by page; as CSV all rows. An archive counts once, whatever it contains. Rows move as figures change: as_of keeps them in place from page to page.")
    @GetMapping
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ArchivesView.class)))
    ResponseEntity<?> table(
            @ModelAttribute Filters filters,
            @ModelAttribute Page page,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var table = measureArchives.table(filters.selection());
        if (filters.csv(accept)) {
            var rows = page.whole(table.rows()).stream().map(ArchiveView::of).toList();
            return Answer.csv(csv(table.asOf(), rows));
        }
        var part = page.of(table.rows(), row -> row.providerId().toString());
        return Answer.json(
                new ArchivesView(table.asOf(), Definitions.VERSION, part.shown(ArchiveView::of), part.next()));
    }

    private static String csv(@Nullable Instant asOf, List<ArchiveView> rows) {
        var csv = new Csv();
        csv.line(Arrays.asList(
                "provider_id",
                "name",
                "archives_targeted",
                "contained_verified",
                "contained_apparent",
                "sightings",
                "still_accessible",
                "reported_apart",
                "as_of"));
        rows.forEach(row -> csv.line(Arrays.asList(
                row.providerId(),
                row.name(),
                row.archivesTargeted(),
                row.containedVerified(),
                row.containedApparent(),
                row.sightings(),
                row.stillAccessible(),
                row.reportedApart(),
                asOf)));
        return csv.toString();
    }
}
