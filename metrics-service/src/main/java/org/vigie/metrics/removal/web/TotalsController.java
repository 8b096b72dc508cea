package org.vigie.metrics.removal.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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

    TotalsController(MeasureVolume measureVolume, MeasureGroups measureGroups) {
        this.measureVolume = measureVolume;
        this.measureGroups = measureGroups;
    }

    @GetMapping
    TotalsView totals(@ModelAttribute Filters filters) {
        return TotalsView.of(
                measureVolume.totals(),
                measureVolume.delays(),
                measureGroups.table(Grouping.TOTAL, filters.selection()));
    }
}
