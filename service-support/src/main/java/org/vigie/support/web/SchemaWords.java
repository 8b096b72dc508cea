package org.vigie.support.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** How the contract's schemas are said in words, as HTML, and what a value of each may look like. */
final class SchemaWords {

    private static final String REFERENCE = "#/components/schemas/";
    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

    private record Bound(String name, String words) {}

    private static final List<Bound> BOUNDS = List.of(
            new Bound("minLength", "length ≥ %s"),
            new Bound("maxLength", "length ≤ %s"),
            new Bound("minimum", "≥ %s"),
            new Bound("maximum", "≤ %s"),
            new Bound("minItems", "entries ≥ %s"),
            new Bound("maxItems", "entries ≤ %s"));

    private final JsonNode schemas;

    SchemaWords(JsonNode schemas) {
        this.schemas = schemas;
    }

    /** Its type, with a link if it is an object of a name, and its bounds. */
    String said(JsonNode schema) {
        var bounds = BOUNDS.stream()
                .filter(bound -> schema.has(bound.name())
                        && !(bound.name().startsWith("min")
                                && schema.path(bound.name()).asInt() == 0))
                .map(bound -> bound.words().formatted(schema.path(bound.name()).asString()));
        var pattern = Stream.of(schema.path("pattern").asString())
                .filter(form -> !form.isEmpty() && form.length() < 60)
                .map(form -> "<code>" + ReferencePage.plain(form) + "</code>");
        return Stream.of(Stream.of(type(schema)), bounds, pattern)
                .flatMap(words -> words)
                .collect(Collectors.joining(", "));
    }

    private String type(JsonNode schema) {
        var chosen = chosen(schema);
        if (chosen.has("$ref")) {
            var name = name(chosen);
            return "<a href=\"#%1$s\">%1$s</a>".formatted(name);
        }
        var type = plainType(chosen);
        if (type.equals("array")) {
            return "list of " + said(chosen.path("items"));
        }
        if (chosen.path("additionalProperties").isObject()) {
            return "object, of " + said(chosen.path("additionalProperties"));
        }
        var format = chosen.path("format").asString();
        return format.isEmpty() || format.startsWith("int") || format.equals("double")
                ? type
                : type + " (" + format + ")";
    }

    /** What it is where it is not null. */
    private static JsonNode chosen(JsonNode schema) {
        return schema.path("anyOf")
                .valueStream()
                .filter(choice -> !choice.path("type").asString().equals("null"))
                .findFirst()
                .orElse(schema);
    }

    private static String plainType(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray()
                ? type.valueStream()
                        .map(JsonNode::asString)
                        .filter(one -> !one.equals("null"))
                        .collect(Collectors.joining(" or "))
                : type.asString();
    }

    static String name(JsonNode reference) {
        return reference.path("$ref").asString().substring(REFERENCE.length());
    }

    /** With all that it may have, but for objects within objects of their kind. */
    JsonNode example(JsonNode schema) {
        return example(schema, new HashSet<>());
    }

    private JsonNode example(JsonNode schema, Set<String> within) {
        var chosen = chosen(schema);
        if (chosen.has("$ref")) {
            var name = name(chosen);
            if (!within.add(name)) {
                return NODES.nullNode();
            }
            var example = example(schemas.path(name), within);
            within.remove(name);
            return example;
        }
        if (chosen.has("example")) {
            return chosen.path("example");
        }
        return switch (plainType(chosen)) {
            case "array" -> NODES.arrayNode().add(example(chosen.path("items"), within));
            case "object" -> object(chosen, within);
            case "boolean" -> NODES.booleanNode(true);
            case "integer", "number" -> NODES.numberNode(1);
            default -> text(chosen);
        };
    }

    private JsonNode object(JsonNode schema, Set<String> within) {
        var object = NODES.objectNode();
        schema.path("properties")
                .propertyStream()
                .forEach(field -> object.set(field.getKey(), example(field.getValue(), within)));
        return object;
    }

    private static JsonNode text(JsonNode schema) {
        var word = schema.path("enum")
                .valueStream()
                .findFirst()
                .orElse(schema.path("format"))
                .asString();
        return NODES.stringNode(
                switch (word) {
                    case "uuid" -> "0b7c3c1e-5b1f-4f57-9a3b-2f7d0c1e8a55";
                    case "date-time" -> "2026-11-30T10:00:00Z";
                    case "date" -> "2026-11-30";
                    case "" -> "…";
                    default -> word;
                });
    }
}
