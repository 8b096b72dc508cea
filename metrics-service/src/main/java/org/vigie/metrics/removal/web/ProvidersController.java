package org.vigie.metrics.removal.web;

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
import org.vigie.metrics.removal.Grouping;
import org.vigie.metrics.removal.MeasureGroups;
import org.vigie.metrics.removal.MeasureProviders;

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

    @GetMapping
    ResponseEntity<?> table(
            @ModelAttribute Filters filters,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var chosen = filters.selection();
        var table = TableView.of(
                measureProviders.table(chosen), measureGroups.delays(chosen), measureProviders.caseFigures(chosen));
        return filters.csv(accept) ? Answer.csv(TableCsv.of(table)) : Answer.json(table);
    }

    @GetMapping("/{id}")
    ResponseEntity<?> one(
            @PathVariable UUID id,
            @ModelAttribute Filters filters,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var chosen = filters.selection(id);
        var table = measureProviders.table(chosen);
        if (table.rows().isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var months = GroupsView.of(
                measureGroups.table(Grouping.MONTH, chosen), measureGroups.caseFigures(Grouping.MONTH, chosen));
        var view = ProviderView.of(table, months, measureGroups.delays(chosen), measureProviders.caseFigures(chosen));
        return filters.csv(accept) ? Answer.csv(TableCsv.of(view)) : Answer.json(view);
    }
}
