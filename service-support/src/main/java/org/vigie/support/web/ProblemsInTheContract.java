package org.vigie.support.web;

import static org.springframework.http.MediaType.ALL_VALUE;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpStatus;
import org.vigie.support.access.Matrix;
import org.vigie.support.access.Matrix.Row;
import tools.jackson.databind.JsonNode;

/**
 * Adds the problems that follow from what an operation takes and gives; those of its own subject stand at its method.
 * {@code problems/*.properties} say what each means.
 */
final class ProblemsInTheContract implements GlobalOpenApiCustomizer {

    private static final String PROBLEM = "Problem";

    private static final String FIELD = "FieldProblem";

    private static final String PROBLEM_JSON = "application/problem+json";

    private final Matrix matrix;

    ProblemsInTheContract(Matrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public void customise(OpenAPI api) {
        api.schema(PROBLEM, schema()).schema(FIELD, object("pointer", "detail"));
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    if (matrix.row(method.name(), path)
                            .filter(Row::isForPartners)
                            .isPresent()) {
                        add(operation.getResponses(), HttpStatus.TOO_MANY_REQUESTS);
                    }
                    add(operation, path);
                }));
    }

    private static void add(Operation operation, String path) {
        var responses = operation.getResponses();
        if (path.startsWith("/v1/")) {
            add(responses, HttpStatus.BAD_REQUEST);
            add(responses, HttpStatus.SERVICE_UNAVAILABLE);
        }
        if (GuardedPaths.asksForARole(path)) {
            add(responses, HttpStatus.UNAUTHORIZED);
            add(responses, HttpStatus.FORBIDDEN);
        }
        if (operation.getParameters() != null || operation.getRequestBody() != null) {
            add(responses, HttpStatus.BAD_REQUEST);
        }
        if (operation.getRequestBody() != null) {
            add(responses, HttpStatus.CONTENT_TOO_LARGE);
            add(responses, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        if (responses.values().stream().anyMatch(response -> response.getContent() != null)) {
            add(responses, HttpStatus.NOT_ACCEPTABLE);
        }
        responses.forEach((status, response) -> {
            if (status.compareTo("400") >= 0 && !isPage(response)) {
                response.setContent(problem());
            }
            if (response.getContent() != null && response.getContent().size() > 1) {
                // Beside others it is how Spring knows what to answer who asks for nothing.
                response.getContent().remove(ALL_VALUE);
            }
        });
        responses.addApiResponse(
                ApiResponses.DEFAULT,
                new ApiResponse().description("Any other problem (RFC 9457)").content(problem()));
    }

    private static void add(ApiResponses responses, HttpStatus status) {
        responses.putIfAbsent(
                Integer.toString(status.value()), new ApiResponse().description(status.getReasonPhrase()));
    }

    private static Schema<?> schema() {
        var kind = type("string");
        kind.setPattern("^" + Problems.TYPE + "[a-z-]+$");
        return object("title", "detail")
                .addProperty("type", kind)
                .addRequiredItem("type")
                .addProperty("status", type("integer").format("int32"))
                .addRequiredItem("status")
                .addProperty("errors", type("array").items(reference(FIELD)));
    }

    static boolean isProblem(ApiResponse response) {
        return response.getContent() != null && response.getContent().containsKey(PROBLEM_JSON);
    }

    /** The same of a document that is read. */
    static boolean isProblem(JsonNode response) {
        return response.path("content").has(PROBLEM_JSON);
    }

    private static boolean isPage(ApiResponse response) {
        return response.getContent() != null && response.getContent().containsKey("text/html");
    }

    private static Content problem() {
        return new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(reference(PROBLEM)));
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    /** With texts of these names, none of them absent. */
    private static Schema<?> object(String... texts) {
        var object = type("object");
        for (var text : texts) {
            object.addProperty(text, type("string"));
            object.addRequiredItem(text);
        }
        return object;
    }

    private static Schema<?> type(String type) {
        return new JsonSchema().types(Set.of(type));
    }
}
