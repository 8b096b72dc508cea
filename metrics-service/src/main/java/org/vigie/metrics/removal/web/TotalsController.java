package org.vigie.metrics.removal.web;

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
import org.vigie.metrics.volume.MeasureVolume;

/** The totals over HTTP; the filters choose among targetings, detections are always all. */
@RestController
@RequestMapping("/v1/indicators/totals")
class TotalsController {

    private final MeasureVolume measureVolume;
    private final MeasureGroups measureGroups;
    private final FlatCsv flatCsv;

    TotalsController(MeasureVolume measureVolume, MeasureGroups measureGroups, FlatCsv flatCsv) {
        this.measureVolume = measureVolume;
        this.measureGroups = measureGroups;
        this.flatCsv = flatCsv;
    }

    @GetMapping
    ResponseEntity<?> totals(
            @ModelAttribute Filters filters,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var view = TotalsView.of(
                measureVolume.totals(),
                measureVolume.delays(),
                measureGroups.table(Grouping.TOTAL, filters.selection()));
        return filters.csv(accept) ? Answer.csv(flatCsv.of(view)) : Answer.json(view);
    }
}
