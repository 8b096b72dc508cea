package org.vigie.support.web;

import static org.vigie.support.web.ReferencePage.plain;
import static org.vigie.support.web.ReferencePage.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document as a page for people, made from what {@code /v3/api-docs} answers. */
@ConditionalOnWebApplication
@Hidden
@RestController
final class ContractPage {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private record Place(String tag, String method, String path, JsonNode operation) {}

    private final OpenApiWebMvcResource contract;

    ContractPage(OpenApiWebMvcResource contract) {
        this.contract = contract;
    }

    @GetMapping("/reference")
    ResponseEntity<String> page(HttpServletRequest request, Locale locale) throws JsonProcessingException {
        var document = JsonMapper.shared().readTree(contract.openapiJson(request, "/v3/api-docs", locale));
        var places = places(document.path("paths"));
        var shown = new OperationWords(new SchemaWords(document.at("/components/schemas")));
        var tags = document.path("tags").valueStream().toList();
        return ReferencePage.of(
                document.at("/info/title").asString(),
                "<a href=\"/problems\">Problems</a> <a href=\"/v3/api-docs\">OpenAPI document</a>",
                introduction(document)
                        + contents(tags, places)
                        + operations(tags, places, shown)
                        + objects(document, shown));
    }

    private static List<Place> places(JsonNode paths) {
        return paths.propertyStream()
                .flatMap(path -> METHODS.stream()
                        .filter(method -> path.getValue().has(method))
                        .map(method ->
                                place(method, path.getKey(), path.getValue().path(method))))
                .toList();
    }

    private static Place place(String method, String path, JsonNode operation) {
        return new Place(operation.path("tags").path(0).asString(), method, path, operation);
    }

    private static String introduction(JsonNode document) {
        return """
                <p>%s</p>
                <p>%s Send it as <code>Authorization: Bearer</code> and the token.</p>
                """.formatted(
                        words(document.at("/info/description").asString()),
                        words(document.at("/components/securitySchemes/token/description")
                                .asString()));
    }

    private static String contents(List<JsonNode> tags, List<Place> places) {
        return tags.stream()
                .map(tag -> "<li>%s<ul>\n%s</ul></li>\n"
                        .formatted(
                                plain(name(tag)),
                                of(tag, places)
                                        .map(place -> "<li><a href=\"#%s\">%s</a></li>\n"
                                                .formatted(
                                                        plain(place.operation()
                                                                .path("operationId")
                                                                .asString()),
                                                        plain(place.operation()
                                                                .path("summary")
                                                                .asString())))
                                        .collect(Collectors.joining())))
                .collect(Collectors.joining("", "<h2>Contents</h2>\n<ul class=\"contents\">\n", "</ul>\n"));
    }

    private static String operations(List<JsonNode> tags, List<Place> places, OperationWords shown) {
        return tags.stream()
                .map(tag -> "<section>\n<h2>%s</h2>\n<p>%s</p>\n%s</section>\n"
                        .formatted(
                                plain(name(tag)),
                                sentence(tag.path("description").asString()),
                                of(tag, places)
                                        .map(place -> shown.operation(place.method(), place.path(), place.operation()))
                                        .collect(Collectors.joining())))
                .collect(Collectors.joining());
    }

    private static String objects(JsonNode document, OperationWords shown) {
        return document.at("/components/schemas")
                .propertyStream()
                .map(schema -> shown.object(schema.getKey(), schema.getValue()))
                .collect(Collectors.joining("", "<section>\n<h2>Objects</h2>\n", "</section>\n"));
    }

    private static String name(JsonNode tag) {
        return tag.path("name").asString();
    }

    private static Stream<Place> of(JsonNode tag, List<Place> places) {
        return places.stream().filter(place -> place.tag().equals(name(tag)));
    }

    private static String sentence(String words) {
        return words(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }
}
