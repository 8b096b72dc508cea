package org.vigie.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares records with the schemas that describe them. */
final class Description {

    private static final Map<Type, String> TYPES = Map.of(
            UUID.class, "string uuid",
            String.class, "string ",
            long.class, "integer int64",
            Long.class, "integer int64",
            int.class, "integer int32",
            Integer.class, "integer int32",
            double.class, "number double",
            boolean.class, "boolean ");

    private final AsyncApi contract;

    Description(AsyncApi contract) {
        this.contract = contract;
    }

    /** What a reader of the schema would get wrong, one line each; empty if record and schema agree. */
    List<String> differences(Class<?> record, JsonNode schema) {
        return ofType(record.getSimpleName(), record, contract.resolved(schema)).toList();
    }

    private Stream<String> ofType(String here, Type type, JsonNode schema) {
        return switch (type) {
            case ParameterizedType list ->
                Stream.concat(
                        unequal(here + " type", "array", schema.path("type").asString("")),
                        ofType(here + "[]", list.getActualTypeArguments()[0], contract.resolved(schema.path("items"))));
            case Class<?> record when record.isRecord() -> ofRecord(here, record, schema);
            case Class<?> open
            when open.isEnum() ->
                Stream.concat(
                        unequal(here + " type", "string", schema.path("type").asString("")),
                        unequal(
                                here + " values",
                                names(Arrays.stream(open.getEnumConstants()).map(Object::toString)),
                                names(texts(schema.path("x-extensible-enum")))));
            default ->
                unequal(
                        here + " type",
                        TYPES.getOrDefault(type, "none that events know"),
                        schema.path("type").asString("") + " "
                                + schema.path("format").asString(""));
        };
    }

    private Stream<String> ofRecord(String here, Class<?> record, JsonNode schema) {
        var components = List.of(record.getRecordComponents());
        var properties = schema.path("properties");
        return Stream.of(
                        unequal(here + " type", "object", schema.path("type").asString("")),
                        unequal(
                                here + " fields",
                                names(components.stream().map(Description::field)),
                                names(properties.propertyNames().stream())),
                        unequal(
                                here + " required",
                                names(components.stream()
                                        .filter(Description::isAlwaysThere)
                                        .map(Description::field)),
                                names(texts(schema.path("required")))),
                        components.stream()
                                .flatMap(component -> ofComponent(
                                        here + "." + field(component),
                                        component,
                                        contract.resolved(properties.path(field(component))))))
                .flatMap(differences -> differences);
    }

    private Stream<String> ofComponent(String here, RecordComponent component, JsonNode schema) {
        return Stream.concat(ofField(here, component.getGenericType(), schema), ofRange(here, component, schema));
    }

    private Stream<String> ofField(String here, Type type, JsonNode schema) {
        var text = schema.path("description").asString("");
        var undescribed = text.isBlank() ? Stream.of(here + " has no description") : Stream.<String>empty();
        var undated = here.matches(".*_(at|ms|after|since)") && !text.contains("milliseconds")
                ? Stream.of(here + " has no unit")
                : Stream.<String>empty();
        return Stream.of(undescribed, undated, ofType(here, type, schema)).flatMap(differences -> differences);
    }

    /** A number has the range in the schema that its annotations give it, and a text its length. */
    private static Stream<String> ofRange(String here, RecordComponent component, JsonNode schema) {
        var range = Range.of(component);
        return Stream.of(
                        unequal(here + " minimum", range.minimum(), number(schema.path("minimum"))),
                        unequal(here + " maximum", range.maximum(), number(schema.path("maximum"))),
                        unequal(here + " maxLength", range.maxLength(), number(schema.path("maxLength"))))
                .flatMap(differences -> differences);
    }

    private static String number(JsonNode bound) {
        return bound.isMissingNode() ? "none" : bound.asString();
    }

    private static String field(RecordComponent component) {
        return Wire.field(component.getName());
    }

    /** Lists may be absent in an older record; whatever else is not nullable is always there. */
    private static boolean isAlwaysThere(RecordComponent component) {
        return component.getType() != List.class
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Stream<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString);
    }

    private static String names(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new)).toString();
    }

    private static Stream<String> unequal(String what, String expected, String found) {
        return expected.equals(found) ? Stream.empty() : Stream.of(what + ": " + expected + ", found: " + found);
    }
}
