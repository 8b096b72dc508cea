package org.vigie.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A place in a record's JSON and the type that is read from it. */
record Place(JsonPointer pointer, Class<?> type) {

    /** Every place of a record, list elements included, as far as {@code json} is filled. */
    static List<Place> of(Class<?> type, JsonNode json) {
        return inside(JsonPointer.empty(), type, json).toList();
    }

    private static Stream<Place> inside(JsonPointer here, Class<?> type, JsonNode json) {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .flatMap(component -> at(
                                here.appendProperty(Wire.field(component.getName())), component.getGenericType(), json))
                : Stream.empty();
    }

    private static Stream<Place> at(JsonPointer here, Type type, JsonNode json) {
        return switch (type) {
            case ParameterizedType list ->
                Stream.concat(
                        Stream.of(new Place(here, List.class)),
                        IntStream.range(0, json.at(here).size())
                                .boxed()
                                .flatMap(i -> at(here.appendIndex(i), list.getActualTypeArguments()[0], json)));
            case Class<?> plain -> Stream.concat(Stream.of(new Place(here, plain)), inside(here, plain, json));
            default -> throw new IllegalArgumentException("No event has a " + type);
        };
    }

    boolean isField() {
        return !pointer.last().mayMatchElement();
    }

    JsonNode in(JsonNode json) {
        return json.at(pointer);
    }

    /** A copy of the JSON with another text here. */
    JsonNode holding(String text, JsonNode json) {
        var copy = json.deepCopy();
        switch (copy.at(pointer.head())) {
            case ObjectNode object -> object.put(pointer.last().getMatchingProperty(), text);
            case ArrayNode array -> array.set(pointer.last().getMatchingIndex(), text);
            default -> throw new IllegalArgumentException("Nothing lies around " + pointer);
        }
        return copy;
    }

    /** A copy of the JSON with this field under another name. */
    JsonNode renamedIn(JsonNode json) {
        var copy = missingFrom(json);
        ((ObjectNode) copy.at(pointer.head())).set("renamed_" + pointer.last().getMatchingProperty(), in(json));
        return copy;
    }

    /** A copy of the JSON without this field. */
    JsonNode missingFrom(JsonNode json) {
        var copy = json.deepCopy();
        ((ObjectNode) copy.at(pointer.head())).remove(pointer.last().getMatchingProperty());
        return copy;
    }

    @Override
    public String toString() {
        return pointer.toString();
    }
}
