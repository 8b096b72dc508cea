package org.vigie.metrics.volume.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.metrics.volume.MeasureVolume;

/** The totals over HTTP. */
@RestController
@RequestMapping("/v1/indicators/totals")
class TotalsController {

    private final MeasureVolume measureVolume;

    TotalsController(MeasureVolume measureVolume) {
        this.measureVolume = measureVolume;
    }

    @GetMapping
    TotalsView totals() {
        return TotalsView.of(measureVolume.totals());
    }
}
