package org.vigie.support.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.support.validation.Text;
import tools.jackson.databind.PropertyNamingStrategies;

/**
 * Describes records as they are written and read: fields in snake_case, required unless they are {@code @Nullable}, and
 * null only if they are.
 */
final class RecordsInTheContract implements ModelConverter {

    private static final String NULL = "null";

    /** A schema has a record's simple name: another record of that name would be described as the first. */
    private final Map<String, String> named = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        var schema = others.hasNext() ? others.next().resolve(type, context, others) : null;
        var raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) {
            var reference = schema.get$ref();
            var name = reference == null ? "" : reference.substring(reference.lastIndexOf('/') + 1);
            if (reference != null && !shape(raw).equals(named.computeIfAbsent(name, _ -> shape(raw)))) {
                throw otherOfItsName(raw);
            }
            var model = reference == null ? schema : context.getDefinedModels().get(name);
            if (model != null && model.getProperties() != null) {
                describe(model, raw);
            }
        }
        return schema;
    }

    private static String shape(Class<?> record) {
        return Arrays.toString(record.getRecordComponents());
    }

    private static IllegalStateException otherOfItsName(Class<?> record) {
        return new IllegalStateException("two records have the simple name of " + record.getName());
    }

    /** Doing it again changes nothing. */
    private static void describe(Schema<?> model, Class<?> record) {
        var found = model.getProperties();
        var properties = new LinkedHashMap<>(found);
        properties.clear();
        fields(record).forEach(field -> {
            var name = snakeCase(field);
            Schema<?> property = found.getOrDefault(name, found.get(field.getName()));
            if (property != null) {
                property.setName(name);
                properties.put(name, described(property, field));
            }
        });
        if (properties.size() != fields(record).count() || found.size() != properties.size()) {
            throw otherOfItsName(record);
        }
        model.setProperties(properties);
        model.setRequired(fields(record)
                .filter(field -> !isNullable(field))
                .map(RecordsInTheContract::snakeCase)
                .toList());
    }

    /** Those of records written into this one included. */
    private static Stream<RecordComponent> fields(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? fields(component.getType())
                        : Stream.of(component));
    }

    private static boolean isNullable(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Schema<?> described(Schema<?> property, RecordComponent field) {
        if (field.isAnnotationPresent(Text.class)) {
            property.minLength(1).maxLength(Text.LONGEST).pattern(Text.PATTERN);
        }
        return isNullable(field) ? orNull(property) : property;
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            var either = new JsonSchema();
            either.setName(property.getName());
            either.setAnyOf(List.of(new JsonSchema().$ref(property.get$ref()), new JsonSchema().types(Set.of(NULL))));
            return either;
        }
        if (property.getTypes() == null || property.getTypes().contains(NULL)) {
            return property;
        }
        // Others may hold the same object.
        Schema<?> nullable = AnnotationsUtils.clone(property, true);
        nullable.setTypes(with(property.getTypes(), NULL));
        if (property.getEnum() != null) {
            nullable.addEnumItemObject(null);
        }
        return nullable;
    }

    private static Set<String> with(Set<String> types, String another) {
        var all = new LinkedHashSet<>(types);
        all.add(another);
        return all;
    }

    private static String snakeCase(RecordComponent field) {
        return PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, field.getName());
    }
}
