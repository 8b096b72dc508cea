package org.vigie.metrics.publication.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.metrics.publication.Publication;
import org.vigie.metrics.publication.Publish;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Refuses;

/** What everybody may read without a token: approved publications, never live figures. */
@RestController
class PublicPages {

    /** Of months, as {@code 2026-01--2026-03}. */
    private static final String PERIOD = "^[0-9]{4}-[0-9]{2}--[0-9]{4}-[0-9]{2}$";

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String ONLY_OUR_OWN =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Publish publish;
    private final PublicationPage page;

    PublicPages(Publish publish, PublicationPage page) {
        this.publish = publish;
        this.page = page;
    }

    @Operation(
            operationId = "openPublicPage",
            summary = "Go to the public page in the reader's language",
            description = "Redirects to the French or the English page by Accept-Language.")
    @GetMapping("/")
    @ApiResponse(responseCode = "302", description = "To the page in the reader's language")
    ResponseEntity<Void> start(Locale wanted) {
        var language = wanted.getLanguage().equals("fr") ? Language.FR : Language.EN;
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/" + language.code()))
                .build();
    }

    @Operation(
            operationId = "showLatestPublication",
            summary = "Show the latest publication",
            description = "The public page of the latest approved publication, without a token.")
    @GetMapping("/{language:fr|en}")
    @ApiResponse(
            responseCode = "200",
            description = "The latest publication",
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
    ResponseEntity<String> latest(
            @Parameter(schema = @Schema(allowableValues = {"fr", "en"})) @PathVariable String language,
            @Size(max = 200) @RequestParam(required = false) @Nullable String sort) {
        var approved = publish.approved();
        return page(
                HttpStatus.OK,
                approved.isEmpty()
                        ? page.empty(language(language))
                        : page.of(language(language), approved.getFirst(), approved, Order.of(sort)));
    }

    @Operation(
            operationId = "showPublication",
            summary = "Show one publication",
            description = "The public page of one approved publication, with a notice if there is a later version.")
    @GetMapping("/{language:fr|en}/{period}/{version}")
    @ApiResponse(
            responseCode = "200",
            description = "One publication",
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such publication, or no such path",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")),
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(ref = "#/components/schemas/Problem"))
            })
    ResponseEntity<String> one(
            @Parameter(schema = @Schema(allowableValues = {"fr", "en"})) @PathVariable String language,
            @Parameter(schema = @Schema(pattern = PERIOD)) @PathVariable String period,
            @PathVariable int version,
            @Size(max = 200) @RequestParam(required = false) @Nullable String sort) {
        var inLanguage = language(language);
        return find(period, version)
                .map(found -> page(HttpStatus.OK, page.of(inLanguage, found, publish.approved(), Order.of(sort))))
                .orElseGet(() -> page(HttpStatus.NOT_FOUND, page.unknown(inLanguage)));
    }

    @Operation(
            operationId = "getPublicationAsJson",
            summary = "Get a publication as JSON",
            description = "One approved publication as it was frozen.")
    @GetMapping("/publications/{period}/{version}.json")
    @Refuses("404 not-found")
    PublicationView json(
            @Parameter(schema = @Schema(pattern = PERIOD)) @PathVariable String period, @PathVariable int version) {
        return find(period, version).map(PublicationView::open).orElseThrow(PublicPages::unknown);
    }

    @Operation(
            operationId = "getPublicationAsCsv",
            summary = "Get a publication as CSV",
            description = "The table of one approved publication; the data dictionary says what each column means.")
    @GetMapping("/publications/{period}/{version}.csv")
    @ApiResponse(
            responseCode = "200",
            description = "Its table",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @Refuses("404 not-found")
    ResponseEntity<String> csv(
            @Parameter(schema = @Schema(pattern = PERIOD)) @PathVariable String period, @PathVariable int version) {
        return find(period, version)
                .map(found -> csv("vigie-%s-v%d.csv".formatted(period, version), PublicationCsv.of(found)))
                .orElseThrow(PublicPages::unknown);
    }

    @Operation(
            operationId = "getPublicationAsFrenchCsv",
            summary = "Get a publication as CSV for a French spreadsheet",
            description = "The same table with semicolons, decimal commas and a byte order mark.")
    @GetMapping("/publications/{period}/{version}.fr.csv")
    @ApiResponse(
            responseCode = "200",
            description = "Its table for a spreadsheet set to French: semicolons, decimal commas, a byte order mark",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @Refuses("404 not-found")
    ResponseEntity<String> frenchCsv(
            @Parameter(schema = @Schema(pattern = PERIOD)) @PathVariable String period, @PathVariable int version) {
        return find(period, version)
                .map(found -> csv("vigie-%s-v%d-fr.csv".formatted(period, version), PublicationCsv.french(found)))
                .orElseThrow(PublicPages::unknown);
    }

    @Operation(
            operationId = "getDataDictionary",
            summary = "Get the data dictionary",
            description = "What each column of the published table means, as CSV.")
    @GetMapping("/publications/dictionary.{language:fr|en}.csv")
    @ApiResponse(
            responseCode = "200",
            description = "What each column means",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    ResponseEntity<String> dictionary(
            @Parameter(schema = @Schema(allowableValues = {"fr", "en"})) @PathVariable String language) {
        return csv("vigie-dictionary-%s.csv".formatted(language), PublicationCsv.dictionary(language(language)));
    }

    private Optional<Publication> find(String period, int version) {
        return publish.approved().stream()
                .filter(publication -> publication.period().name().equals(period) && publication.version() == version)
                .findFirst();
    }

    private static NotFound unknown() {
        return new NotFound("publication");
    }

    private static Language language(String code) {
        return Language.valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static ResponseEntity<String> csv(String name, String content) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    private static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Security-Policy", ONLY_OUR_OWN)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(html);
    }
}
