package org.vigie.metrics.removal.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.metrics.removal.MeasureProviders;

/** The table of providers over HTTP: JSON, or CSV if {@code Accept} or {@code format=csv} asks for it. */
@RestController
@RequestMapping("/v1/indicators/providers")
class ProvidersController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final MeasureProviders measureProviders;

    ProvidersController(MeasureProviders measureProviders) {
        this.measureProviders = measureProviders;
    }

    @GetMapping
    ResponseEntity<?> table(
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var table = TableView.of(measureProviders.table());
        return "csv".equals(format) || (accept != null && accept.startsWith("text/csv"))
                ? ResponseEntity.ok().contentType(CSV).body(TableCsv.of(table))
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(table);
    }
}
