package org.vigie.metrics.removal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

/** The other tables over HTTP: by provider type, stage, category, country and month. */
@RestController
@RequestMapping("/v1/indicators")
class GroupsController {

    private final MeasureGroups measureGroups;

    GroupsController(MeasureGroups measureGroups) {
        this.measureGroups = measureGroups;
    }

    @Operation(
            operationId = "getTypeIndicators",
            summary = "Get the indicators by provider type",
            description = "One row per display type of the provider.")
    @GetMapping("/types")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GroupsView.class)))
    ResponseEntity<?> types(
            @ModelAttribute Filters filters,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return table(Grouping.TYPE, filters, accept);
    }

    @Operation(
            operationId = "getStageIndicators",
            summary = "Get the indicators by maturation",
            description = "One row per maturation stage of the content.")
    @GetMapping("/stages")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GroupsView.class)))
    ResponseEntity<?> stages(
            @ModelAttribute Filters filters,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return table(Grouping.STAGE, filters, accept);
    }

    @Operation(
            operationId = "getCategoryIndicators",
            summary = "Get the indicators by category",
            description = "One row per category of the content.")
    @GetMapping("/categories")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GroupsView.class)))
    ResponseEntity<?> categories(
            @ModelAttribute Filters filters,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return table(Grouping.CATEGORY, filters, accept);
    }

    @Operation(
            operationId = "getCountryIndicators",
            summary = "Get the indicators by country",
            description = "One row per country of the provider.")
    @GetMapping("/countries")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GroupsView.class)))
    ResponseEntity<?> countries(
            @ModelAttribute Filters filters,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return table(Grouping.COUNTRY, filters, accept);
    }

    @Operation(
            operationId = "getMonthIndicators",
            summary = "Get the indicators by month",
            description = "One row per month of the first handover.")
    @GetMapping("/months")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GroupsView.class)))
    ResponseEntity<?> months(
            @ModelAttribute Filters filters,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        return table(Grouping.MONTH, filters, accept);
    }

    private ResponseEntity<?> table(Grouping grouping, Filters filters, @Nullable String accept) {
        var chosen = filters.selection();
        var table = GroupsView.of(measureGroups.table(grouping, chosen), measureGroups.caseFigures(grouping, chosen));
        return filters.csv(accept) ? Answer.csv(TableCsv.of(table)) : Answer.json(table);
    }
}
