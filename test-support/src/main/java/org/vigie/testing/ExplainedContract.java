package org.vigie.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fails a test whose service does not explain its interface: an operation without a name of its own, a summary or a
 * description, a group (tag) or a field or parameter without a description or, if it is no choice, an example, a choice
 * of which a word is not explained, something to be sent without a bound, a document other than the one in
 * docs/openapi, an operation or object that is not on the page for people, and a type of problem without its page.
 */
public final class ExplainedContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> OF_HTTP = Set.of("Accept", "Content-Type", "Authorization");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode contract;
    private final List<String> unexplained = new ArrayList<>();

    private ExplainedContract(JsonNode contract) {
        this.contract = contract;
    }

    /** Looks at the service on this port of loopback. */
    public static void check(int port) {
        var text = String.valueOf(RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/v3/api-docs")
                .retrieve()
                .body(String.class));
        var contract = JSON.readTree(text);
        CommittedContract.check(contract);
        ExplainedProblems.check(port, contract);
        var explained = new ExplainedContract(contract);
        explained.operations();
        explained.fields();
        explained.bounds();
        explained.page(port);
        assertThat(explained.unexplained).isEmpty();
    }

    private void operations() {
        var names = new HashSet<String>();
        eachOperation((name, operation) -> {
            var id = operation.path("operationId").asString();
            if (!id.matches("[a-z]+([A-Z][a-z]+)*") || !names.add(id)) {
                unexplained.add("%s: operationId %s".formatted(name, id));
            }
            for (var words : List.of("summary", "description")) {
                if (operation.path(words).asString().isBlank()) {
                    unexplained.add("%s: %s".formatted(name, words));
                }
            }
            operation.path("tags").forEach(tag -> {
                if (!isExplained(tag.asString())) {
                    unexplained.add("%s: tag %s".formatted(name, tag.asString()));
                }
            });
            operation.path("parameters").forEach(parameter -> {
                if (parameter.path("description").asString().isBlank()) {
                    unexplained.add("%s: parameter %s"
                            .formatted(name, parameter.get("name").asString()));
                }
                if (OF_HTTP.contains(parameter.get("name").asString())) {
                    unexplained.add("%s: a header that OpenAPI leaves to HTTP".formatted(name));
                }
            });
        });
    }

    /** Each operation and object is on the page for people, which nobody needs a token for. */
    private void page(int port) {
        var page = String.valueOf(RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/reference")
                .retrieve()
                .body(String.class));
        eachOperation((name, operation) -> {
            if (!page.contains("<article id=\"%s\">"
                    .formatted(operation.path("operationId").asString()))) {
                unexplained.add(name + ": on the page");
            }
        });
        contract.at("/components/schemas").propertyNames().forEach(name -> {
            if (!page.contains("<article id=\"%s\">".formatted(name))) {
                unexplained.add(name + ": on the page");
            }
        });
    }

    private boolean isExplained(String tag) {
        return contract.path("tags")
                .valueStream()
                .anyMatch(known -> known.path("name").asString().equals(tag) && known.has("description"));
    }

    private void fields() {
        eachField((name, field) -> {
            var description = field.path("description").asString();
            if (description.isBlank()) {
                unexplained.add(name + ": description");
            }
            var choice =
                    field.has("enum") ? field.get("enum") : field.path("items").path("enum");
            choice.forEach(word -> {
                if (!word.isNull() && !description.contains(word.asString())) {
                    unexplained.add("%s: %s".formatted(name, word.asString()));
                }
            });
            if (choice.isEmpty() && isPlain(field) && !field.has("example")) {
                unexplained.add(name + ": example");
            }
        });
    }

    private static boolean isPlain(JsonNode field) {
        return types(field).stream().anyMatch(Set.of("string", "integer", "number")::contains);
    }

    private static Set<String> types(JsonNode field) {
        var types = new HashSet<String>();
        var type = field.path("type");
        if (type.isString()) {
            types.add(type.asString());
        }
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asString()));
        }
        return types;
    }

    /** Schemas that take nothing else are those of what is sent. */
    private void bounds() {
        eachOperation((name, operation) -> operation
                .path("parameters")
                .forEach(parameter -> bound(name + ": " + parameter.get("name").asString(), parameter.path("schema"))));
        contract.at("/components/schemas").propertyStream().forEach(schema -> {
            if (schema.getValue().path("additionalProperties").isBoolean()) {
                schema.getValue()
                        .path("properties")
                        .propertyStream()
                        .forEach(field -> bound(schema.getKey() + "." + field.getKey(), field.getValue()));
            }
        });
    }

    private void bound(String name, JsonNode field) {
        var types = types(field);
        if (types.contains("integer") || types.contains("number")) {
            if (!field.has("minimum") || !field.has("maximum")) {
                unexplained.add(name + ": bounds");
            }
        } else if (types.contains("string")
                && !field.has("enum")
                && !field.has("format")
                && !field.has("maxLength")
                && !field.has("pattern")) {
            unexplained.add(name + ": bounds");
        }
    }

    private void eachOperation(BiConsumer<String, JsonNode> look) {
        contract.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation ->
                                look.accept(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    private void eachField(BiConsumer<String, JsonNode> look) {
        contract.at("/components/schemas")
                .propertyStream()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .propertyStream()
                        .forEach(field -> look.accept(schema.getKey() + "." + field.getKey(), field.getValue())));
    }
}
