package org.vigie.metrics.removal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import org.vigie.metrics.removal.Grouping;
import org.vigie.metrics.removal.MeasureGroups;
import org.vigie.metrics.volume.CaseFigures;
import org.vigie.metrics.volume.MeasureVolume;

/** The totals over HTTP; what of them a filter does not reach is said in the answer. */
@RestController
@RequestMapping("/v1/indicators/totals")
class TotalsController {

    private static final Map<String, Set<String>> FOLLOWED = Map.of(
            "cases", Filters.OF_CONTENT,
            "detections", Filters.OF_CONTENT,
            "verified", Filters.OF_CONTENT,
            "targeted.units", Filters.OF_CONTENT,
            "not_targeted", Filters.OF_CONTENT,
            "suspects", Filters.OF_CONTENT,
            "cases_now", Set.of());

    private final MeasureVolume measureVolume;
    private final MeasureGroups measureGroups;
    private final FlatCsv flatCsv;

    TotalsController(MeasureVolume measureVolume, MeasureGroups measureGroups, FlatCsv flatCsv) {
        this.measureVolume = measureVolume;
        this.measureGroups = measureGroups;
        this.flatCsv = flatCsv;
    }

    @Operation(
            operationId = "getTotals",
            summary = "Get the totals",
            description = "Each case and content unit counted once per cycle, from its earliest handover.")
    @GetMapping
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TotalsView.class)))
    ResponseEntity<?> totals(
            @ModelAttribute Filters filters,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var chosen = filters.selection();
        var view = TotalsView.of(
                measureVolume.totals(chosen),
                measureGroups.table(Grouping.TOTAL, chosen),
                new CaseFigures(
                        measureGroups.delays(chosen),
                        measureGroups
                                .caseFigures(Grouping.TOTAL, chosen)
                                .of(MeasureGroups.ALL)
                                .reappearance()),
                filters.notFollowed(FOLLOWED));
        return filters.csv(accept) ? Answer.csv(flatCsv.of(view)) : Answer.json(view);
    }
}
