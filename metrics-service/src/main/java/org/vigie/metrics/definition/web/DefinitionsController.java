package org.vigie.metrics.definition.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.metrics.definition.Csv;
import org.vigie.metrics.definition.Definition;
import org.vigie.metrics.definition.Definitions;

/** What each number means, over HTTP. */
@RestController
@RequestMapping("/v1/indicators/definitions")
class DefinitionsController {

    private static final String CSV = "text/csv;charset=UTF-8";

    record DefinitionsView(String methodVersion, List<Definition> definitions) {}

    @GetMapping
    DefinitionsView definitions() {
        return new DefinitionsView("1", Definitions.ALL);
    }

    @GetMapping(params = "format=csv", produces = CSV)
    String asked() {
        return csv();
    }

    @GetMapping(produces = CSV)
    String csv() {
        var csv = new Csv();
        csv.line(List.of("indicator", "formula", "source", "unit", "caution"));
        Definitions.ALL.forEach(
                one -> csv.line(List.of(one.indicator(), one.formula(), one.source(), one.unit(), one.caution())));
        return csv.toString();
    }
}
