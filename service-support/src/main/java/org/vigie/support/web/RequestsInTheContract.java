package org.vigie.support.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Says of what is sent that a field that is not known is refused, and offers no {@code UNKNOWN}, which is for readers.
 * Of answers it says neither: they may grow. Headers that a description of OpenAPI is to leave to HTTP are left out,
 * and parameters have the names by which they are bound.
 */
final class RequestsInTheContract implements GlobalOpenApiCustomizer {

    /** "The parameter definition SHALL be ignored" (OpenAPI 3.1.1, 4.8.12.2). */
    private static final Set<String> OF_HTTP =
            Set.of(HttpHeaders.ACCEPT, HttpHeaders.CONTENT_TYPE, HttpHeaders.AUTHORIZATION);

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getParameters)
                .filter(Objects::nonNull)
                .forEach(parameters -> {
                    parameters.removeIf(one -> OF_HTTP.contains(one.getName()));
                    parameters.stream()
                            .filter(one -> one.getIn().equals("query"))
                            .forEach(one -> one.setName(ParameterNames.of(one.getName())));
                });
        var components = api.getComponents();
        var seen = new HashSet<String>();
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(body -> body != null && body.getContent() != null)
                .forEach(body -> {
                    // Even a form with nothing in it has its media type; without one it is refused.
                    if (body.getContent().containsKey(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
                        body.setRequired(true);
                    }
                    body.getContent().values().forEach(media -> close(media.getSchema(), components, seen));
                });
    }

    private static void close(@Nullable Schema<?> schema, Components components, Set<String> seen) {
        if (schema == null) {
            return;
        }
        var reference = schema.get$ref();
        if (reference != null) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            if (seen.add(name)) {
                close(components.getSchemas().get(name), components, seen);
            }
            return;
        }
        if (schema.getEnum() != null) {
            schema.getEnum().remove("UNKNOWN");
        }
        if (schema.getProperties() != null) {
            schema.setAdditionalProperties(false);
            schema.getProperties().values().forEach(property -> close(property, components, seen));
        }
        close(schema.getItems(), components, seen);
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(one -> close(one, components, seen));
        }
    }
}
