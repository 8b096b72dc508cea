package org.vigie.notice;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where somebody outside can say anything: found in the types and the contract, so that a new field is among them. */
final class EveryText {

    /** What is no text: somebody reads a place or a hash in it. */
    private static final Pattern FORMED = Pattern.compile("https?://.*|[^ ]+@[^ ]+|[0-9a-f]{32,}");

    private EveryText() {}

    /** The record with this text wherever it takes any, at every depth, also where it had none. */
    @SuppressWarnings("unchecked") // A record of the same class is made.
    static <T extends Record> T in(T record, String text) {
        return (T) rebuilt(record, text);
    }

    private static Record rebuilt(Record record, String text) {
        var components = record.getClass().getRecordComponents();
        try {
            var said = new @Nullable Object[components.length];
            for (int at = 0; at < components.length; at++) {
                said[at] = said(components[at], components[at].getAccessor().invoke(record), text);
            }
            return record.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(said);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static @Nullable Object said(RecordComponent component, @Nullable Object value, String text) {
        return switch (value) {
            case Record inner -> rebuilt(inner, text);
            case List<?> list ->
                list.stream()
                        .map(one -> one instanceof Record inner ? rebuilt(inner, text) : one)
                        .toList();
            case String formed when FORMED.matcher(formed).matches() -> formed;
            case null, default -> component.getType() == String.class ? text : value;
        };
    }

    /** Pointers to the free texts of what the operation takes as JSON; of a list, its first. */
    static List<String> taken(JsonNode contract, String path) {
        return texts(
                        contract,
                        contract.get("paths").get(path).at("/post/requestBody/content/application~1json/schema"),
                        "")
                .toList();
    }

    private static Stream<String> texts(JsonNode contract, JsonNode schema, String pointer) {
        var said = Stream.of("anyOf", "oneOf", "allOf")
                .flatMap(either -> schema.path(either).valueStream())
                .flatMap(one -> texts(contract, one, pointer));
        if (schema.has("$ref")) {
            return texts(contract, contract.at(schema.get("$ref").asString().substring(1)), pointer);
        }
        if (schema.has("properties")) {
            var own = schema.get("properties")
                    .propertyStream()
                    .flatMap(field -> texts(contract, field.getValue(), pointer + "/" + field.getKey()));
            return Stream.concat(said, own);
        }
        if (schema.has("items")) {
            return texts(contract, schema.get("items"), pointer + "/0");
        }
        var free =
                Objects.toString(schema.get("type")).contains("string") && !schema.has("enum") && !schema.has("format");
        return free ? Stream.of(pointer) : said;
    }
}
