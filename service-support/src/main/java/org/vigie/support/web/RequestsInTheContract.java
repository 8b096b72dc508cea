package org.vigie.support.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Says of what is sent that a field that is not known is refused, and offers no {@code UNKNOWN}, which is for readers.
 * Of answers it says neither: they may grow. A header that must be there is a text unless it says what it is.
 */
final class RequestsInTheContract implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getParameters)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(parameter -> "header".equals(parameter.getIn()) && parameter.getRequired())
                .map(Parameter::getSchema)
                .filter(schema -> schema.getPattern() == null)
                .forEach(schema -> schema.minLength(1).maxLength(Given.LONGEST).pattern(Given.TEXT));
        var components = api.getComponents();
        var seen = new HashSet<String>();
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(body -> body != null && body.getContent() != null)
                .flatMap(body -> body.getContent().values().stream())
                .forEach(media -> close(media.getSchema(), components, seen));
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
