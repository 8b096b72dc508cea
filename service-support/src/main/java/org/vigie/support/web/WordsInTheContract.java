package org.vigie.support.web;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Explains the fields and parameters of the contract. A field has the same meaning wherever it stands, so its words
 * stand once, by its name: in {@code contract/common.properties}, or in the file of the service. {@code Schema.field}
 * is for a field that means something else there, {@code .example}, {@code .minimum}, {@code .maximum},
 * {@code .maxLength}, {@code .maxItems} for what else is to be said of it.
 */
final class WordsInTheContract implements GlobalOpenApiCustomizer {

    private final ContractWords words;

    WordsInTheContract(ContractWords words) {
        this.words = words;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().getSchemas().forEach(this::explain);
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getParameters)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .forEach(this::explain);
    }

    private void explain(String name, Schema<?> schema) {
        if (schema.getProperties() == null) {
            return;
        }
        var properties = new LinkedHashMap<>(schema.getProperties());
        // Others may hold the same object.
        properties.replaceAll((field, property) -> explained(name, field, AnnotationsUtils.clone(property, true)));
        schema.setProperties(properties);
    }

    private Schema<?> explained(String schema, String field, Schema<?> property) {
        if (property.getDescription() == null) {
            property.setDescription(word(schema, field, ""));
        }
        if (property.getExample() == null) {
            var example = word(schema, field, ".example");
            var shown = example == null ? usual(property) : read(property, example);
            if (shown != null) {
                property.setExample(shown);
            }
        }
        bound(schema, field, property);
        return property;
    }

    /** An example that says enough for ids, times and counts. */
    private static @Nullable Object usual(Schema<?> property) {
        if (property.getEnum() != null) {
            return null;
        }
        if ("uuid".equals(property.getFormat())) {
            return "0f8fad5b-d9cb-469f-a165-70867728950e";
        }
        if ("date-time".equals(property.getFormat())) {
            return "2026-01-05T10:00:00Z";
        }
        return isNumber(property) ? BigDecimal.valueOf(12) : null;
    }

    private static Object read(Schema<?> property, String example) {
        if (isOf(property, "array")) {
            return List.of(example);
        }
        return isNumber(property) ? new BigDecimal(example) : example;
    }

    private void bound(String schema, String field, Schema<?> property) {
        var minimum = word(schema, field, ".minimum");
        if (isNumber(property) && property.getMinimum() == null && minimum != null) {
            property.setMinimum(new BigDecimal(minimum));
        }
        var maximum = word(schema, field, ".maximum");
        if (isNumber(property) && property.getMaximum() == null && maximum != null) {
            property.setMaximum(new BigDecimal(maximum));
        }
        var longest = word(schema, field, ".maxLength");
        if (isOf(property, "string") && property.getMaxLength() == null && longest != null) {
            property.setMaxLength(Integer.valueOf(longest));
        }
        var most = word(schema, field, ".maxItems");
        if (isOf(property, "array") && property.getMaxItems() == null && most != null) {
            property.setMaxItems(Integer.valueOf(most));
        }
    }

    private void explain(Parameter parameter) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(word("parameter", parameter.getName(), ""));
        }
        if (parameter.getSchema() != null) {
            bound("parameter", parameter.getName(), parameter.getSchema());
        }
    }

    private static boolean isNumber(Schema<?> property) {
        return isOf(property, "integer") || isOf(property, "number");
    }

    private static boolean isOf(Schema<?> property, String type) {
        return property.getTypes() != null && property.getTypes().contains(type);
    }

    private @Nullable String word(String schema, String field, String what) {
        var special = words.of(schema + "." + field + what);
        return special == null ? words.of(field + what) : special;
    }
}
