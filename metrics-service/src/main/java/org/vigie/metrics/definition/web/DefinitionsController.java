package org.vigie.metrics.definition.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.metrics.definition.Csv;
import org.vigie.metrics.definition.Definition;
import org.vigie.metrics.definition.Definitions;
import org.vigie.support.web.ParameterRefused;

/** What each number means, over HTTP. */
@RestController
@RequestMapping("/v1/indicators/definitions")
class DefinitionsController {

    private static final String CSV = "text/csv;charset=UTF-8";

    private static final Set<String> FORMATS = Set.of("csv", "json");

    record DefinitionsView(String methodVersion, List<Definition> definitions) {}

    @Operation(
            operationId = "listDefinitions",
            summary = "List what each indicator means",
            description = "Formula, source, unit and caution of every number that the other operations answer with.")
    // Both: what names JSON first gets it, whatever it would take besides, and so does what names nothing.
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.ALL_VALUE})
    @Parameter(name = "format", in = ParameterIn.QUERY, schema = @Schema(allowableValues = {"csv", "json"}))
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(schema = @Schema(implementation = DefinitionsView.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    DefinitionsView definitions(@RequestParam(required = false) @Nullable String format) {
        isKnown(format);
        return new DefinitionsView(Definitions.VERSION, Definitions.ALL);
    }

    @Hidden
    @GetMapping(params = "format=csv", produces = CSV)
    String asked(@RequestParam String format) {
        isKnown(format);
        return csv();
    }

    @Hidden
    @GetMapping(produces = CSV)
    String preferred(@RequestParam(required = false) @Nullable String format) {
        isKnown(format);
        return csv();
    }

    private static void isKnown(@Nullable String format) {
        if (format != null && !FORMATS.contains(format)) {
            throw new ParameterRefused("format", "Must be csv or json.");
        }
    }

    private static String csv() {
        var csv = new Csv();
        csv.line(List.of("indicator", "formula", "source", "unit", "caution"));
        Definitions.ALL.forEach(
                one -> csv.line(List.of(one.indicator(), one.formula(), one.source(), one.unit(), one.caution())));
        return csv.toString();
    }
}
