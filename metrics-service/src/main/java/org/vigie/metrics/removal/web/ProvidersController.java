package org.vigie.metrics.removal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.metrics.ledger.Addressed;
import org.vigie.metrics.removal.Grouping;
import org.vigie.metrics.removal.MeasureGroups;
import org.vigie.metrics.removal.MeasureProviders;
import org.vigie.metrics.removal.ProviderRow;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Paging.Part;
import org.vigie.support.web.Refuses;

/** The table of providers over HTTP, and one provider with its curve and its months. */
@RestController
@RequestMapping("/v1/indicators/providers")
class ProvidersController {

    private final MeasureProviders measureProviders;
    private final MeasureGroups measureGroups;

    ProvidersController(MeasureProviders measureProviders, MeasureGroups measureGroups) {
        this.measureProviders = measureProviders;
        this.measureGroups = measureGroups;
    }

    @Operation(
            operationId = "listProviderIndicators",
            summary = "List the indicators of all providers",
            description =
                    "One row per provider and role in which it was addressed, most targetings first, page by page; as CSV all rows. Rows move as figures change: as_of keeps them in place from page to page.")
    @GetMapping
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TableView.class)))
    ResponseEntity<?> table(
            @ModelAttribute Filters filters,
            @ModelAttribute Page page,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var chosen = filters.selection();
        var table = measureProviders.table(chosen);
        var csv = filters.csv(accept);
        var part = csv
                ? new Part<ProviderRow, String>(page.whole(table.rows()), null)
                : page.of(table.rows(), row -> cursor(row.addressed()));
        var view = TableView.of(table.asOf(), part, measureGroups.delays(chosen), measureProviders.caseFigures(chosen));
        return csv ? Answer.csv(TableCsv.of(view)) : Answer.json(view);
    }

    private static String cursor(Addressed addressed) {
        return "%s~%s".formatted(addressed.provider(), addressed.role());
    }

    @Operation(
            operationId = "getProviderIndicators",
            summary = "Get the indicators of one provider",
            description = "The rows of one provider and its survival curve.")
    @GetMapping("/{id}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProviderView.class)))
    @Refuses("404 not-found")
    ResponseEntity<?> one(
            @PathVariable UUID id,
            @ModelAttribute Filters filters,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var chosen = filters.selection(id);
        var table = measureProviders.table(chosen);
        if (table.rows().isEmpty()) {
            throw new NotFound("provider");
        }
        var months = GroupsView.of(
                measureGroups.table(Grouping.MONTH, chosen), measureGroups.caseFigures(Grouping.MONTH, chosen));
        var view = ProviderView.of(table, months, measureGroups.delays(chosen), measureProviders.caseFigures(chosen));
        return filters.csv(accept) ? Answer.csv(TableCsv.of(view)) : Answer.json(view);
    }
}
