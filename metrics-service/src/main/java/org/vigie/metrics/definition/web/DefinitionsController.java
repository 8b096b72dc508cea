package org.vigie.metrics.definition.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.metrics.definition.Definition;
import org.vigie.metrics.definition.Definitions;

/** What each number means, over HTTP. */
@RestController
@RequestMapping("/v1/indicators/definitions")
class DefinitionsController {

    record DefinitionsView(String methodVersion, List<Definition> definitions) {}

    @GetMapping
    DefinitionsView definitions() {
        return new DefinitionsView("1", Definitions.ALL);
    }
}
