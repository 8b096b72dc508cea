package org.vigie.metrics.removal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.metrics.definition.Definitions;
import org.vigie.metrics.volume.MeasureVolume;
import org.vigie.metrics.volume.Totals;

/** What nobody has verified, and what was verified and not targeted, over HTTP. */
@RestController
@RequestMapping("/v1/indicators/backlog")
class BacklogController {

    private static final Map<String, Set<String>> FOLLOWED = Map.of(
            "suspects", Filters.OF_CONTENT,
            "not_targeted", Filters.OF_CONTENT,
            "cases_now", Set.of());

    private final MeasureVolume measureVolume;
    private final FlatCsv flatCsv;

    BacklogController(MeasureVolume measureVolume, FlatCsv flatCsv) {
        this.measureVolume = measureVolume;
        this.flatCsv = flatCsv;
    }

    record BacklogView(
            @Nullable Instant asOf,
            String methodVersion,
            Totals.Backlog suspects,
            Map<String, Long> notTargeted,
            Totals.CaseCounts casesNow,
            Map<String, List<String>> notFiltered) {}

    @Operation(
            operationId = "getBacklog",
            summary = "Get the backlog",
            description = "Suspects that wait for an assessor, and why fewer images were targeted than detected.")
    @GetMapping
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BacklogView.class)))
    ResponseEntity<?> backlog(
            @ModelAttribute Filters filters,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var totals = measureVolume.totals(filters.selection());
        var view = new BacklogView(
                totals.asOf(),
                Definitions.VERSION,
                totals.suspects(),
                TotalsView.reasons(totals),
                totals.caseCounts(),
                filters.notFollowed(FOLLOWED));
        return filters.csv(accept) ? Answer.csv(flatCsv.of(view)) : Answer.json(view);
    }
}
