package org.vigie.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fails a test whose service takes a JSON body with a field that its OpenAPI document forbids: a text just longer than
 * it may be or of another shape, a number just out of its range, a word that is none of a choice. All else of the body
 * is as the document's examples are; the answer has to name the field, or to say that there is nothing of the id asked
 * for.
 */
public final class RefusedFields {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final RestClient client;
    private final JsonNode contract;
    private final List<String> taken = new ArrayList<>();
    private int questions;

    private RefusedFields(RestClient client, JsonNode contract) {
        this.client = client;
        this.contract = contract;
    }

    /** Asks the service on this port of loopback, whose token is {@code secret}. */
    public static void check(int port) {
        var service = AskedService.at(port);
        var refused = new RefusedFields(service.client(), service.contract());
        service.contract()
                .get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(operation ->
                                refused.operation(operation.getKey(), path.getKey(), operation.getValue())));
        assertThat(refused.taken).isEmpty();
        assertThat(refused.questions).as("questions asked").isPositive();
    }

    private void operation(String method, String path, JsonNode operation) {
        var schema = operation.at("/requestBody/content/application~1json/schema");
        if (!schema.isMissingNode()) {
            fields(resolved(schema), "", whole -> whole, new Asked(method, RefusedParameters.filled(path, operation)));
        }
    }

    private record Asked(String method, String path) {}

    private void fields(JsonNode schema, String pointer, UnaryOperator<JsonNode> whole, Asked asked) {
        schema.path("properties").propertyStream().forEach(property -> {
            UnaryOperator<JsonNode> around =
                    value -> whole.apply(((ObjectNode) example(schema)).set(property.getKey(), value));
            field(resolved(property.getValue()), pointer + "/" + property.getKey(), around, asked);
        });
    }

    private void field(JsonNode schema, String pointer, UnaryOperator<JsonNode> whole, Asked asked) {
        if (schema.has("items")) {
            UnaryOperator<JsonNode> listed =
                    value -> whole.apply(NODES.arrayNode().add(value));
            field(resolved(schema.get("items")), pointer + "/0", listed, asked);
        }
        fields(schema, pointer, whole, asked);
        outside(schema).forEach(value -> ask(asked, whole.apply(value), pointer));
    }

    private static Stream<JsonNode> outside(JsonNode schema) {
        if (schema.has("minimum") && schema.has("maximum")) {
            return Stream.of(
                    NODES.numberNode(schema.get("minimum").decimalValue().subtract(BigDecimal.ONE)),
                    NODES.numberNode(schema.get("maximum").decimalValue().add(BigDecimal.ONE)));
        }
        if (schema.has("maxLength")) {
            return Stream.of(NODES.stringNode("1".repeat(schema.get("maxLength").asInt() + 1)));
        }
        return Stream.of("enum", "format", "pattern").anyMatch(schema::has)
                ? Stream.of(NODES.stringNode("~"))
                : Stream.empty();
    }

    /** What the document gives as one, with what must be there only. */
    private JsonNode example(JsonNode schema) {
        if (schema.has("properties")) {
            var object = NODES.objectNode();
            schema.path("required")
                    .forEach(name -> object.set(
                            name.asString(),
                            example(resolved(schema.get("properties").get(name.asString())))));
            return object;
        }
        if (schema.has("items")) {
            return NODES.arrayNode().add(example(resolved(schema.get("items"))));
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        if ("uuid".equals(schema.path("format").asString())) {
            return NODES.stringNode(UUID.randomUUID().toString());
        }
        return schema.has("example") ? schema.get("example") : NODES.booleanNode(true);
    }

    private JsonNode resolved(JsonNode schema) {
        var one = schema.has("anyOf") ? schema.get("anyOf").get(0) : schema;
        var reference = one.path("$ref").asString("");
        return reference.isEmpty() ? one : contract.at(reference.substring(1));
    }

    private void ask(Asked asked, JsonNode body, String pointer) {
        questions++;
        var answer = client.method(HttpMethod.valueOf(asked.method().toUpperCase(Locale.ROOT)))
                .uri(asked.path())
                .header("Vigie-Operator", "one")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(body))
                .exchangeForRequiredValue((_, response) -> response.getStatusCode()
                                .value() + " " + new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
        var isOfNothing = asked.path().matches(".*/[0-9a-f-]{36}.*") && answer.startsWith("404");
        if (!isOfNothing && (!answer.startsWith("400") || !answer.contains("\"pointer\":\"" + pointer + "\""))) {
            taken.add("%s %s %s: %s"
                    .formatted(
                            asked.method(),
                            asked.path(),
                            pointer,
                            answer.substring(0, Math.min(200, answer.length()))));
        }
    }
}
