package org.vigie.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/**
 * Fails a test of whose service any operation of the OpenAPI document takes a query parameter that it does not have,
 * one given twice or empty, or a value that is longer, greater or another than the document says. Pages for everybody
 * take what links add. The bodies sent are unacceptable: an answer that names the parameter shows that nothing else was
 * looked at.
 */
public final class RefusedParameters {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final RestClient client;
    private final List<String> taken = new ArrayList<>();
    private MediaType sent = MediaType.APPLICATION_JSON;
    private int questions;

    private RefusedParameters(RestClient client) {
        this.client = client;
    }

    /** Asks the service on this port of loopback, whose token is {@code secret}. */
    public static void check(int port) {
        var service = AskedService.at(port);
        var refused = new RefusedParameters(service.client());
        service.contract()
                .get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation ->
                                refused.operation(operation.getKey(), path.getKey(), operation.getValue())));
        assertThat(refused.taken).isEmpty();
        assertThat(refused.questions).as("questions asked").isPositive();
    }

    private void operation(String method, String path, JsonNode operation) {
        sent = sent(operation);
        var asked = filled(path, operation);
        var isPage = !path.startsWith("/v1/");
        if (!isPage) {
            ask(method, asked, "no_such_parameter=1", "no_such_parameter");
        }
        for (var parameter : operation.path("parameters")) {
            if (parameter.get("in").asString().equals("query")) {
                var name = parameter.get("name").asString();
                if (!isPage) {
                    ask(method, asked, name + "=", name);
                    ask(method, asked, "%s=1&%s=1".formatted(name, name), name);
                }
                outside(parameter.get("schema")).forEach(value -> ask(method, asked, name + "=" + value, name));
            }
        }
    }

    /** A type of body that the operation takes, JSON if it takes none. */
    static MediaType sent(JsonNode operation) {
        return operation
                .at("/requestBody/content")
                .propertyStream()
                .map(content -> MediaType.parseMediaType(content.getKey()))
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON);
    }

    /** The path with something in it that the operation may be asked for. */
    static String filled(String path, JsonNode operation) {
        var filled = path;
        for (var parameter : operation.path("parameters")) {
            var schema = parameter.get("schema");
            var some = UUID.randomUUID().toString();
            if (schema.has("enum")) {
                some = schema.get("enum").get(0).asString();
            } else if (schema.has("minimum")) {
                some = schema.get("minimum").asString();
            } else if (schema.has("pattern")
                    && !some.matches(schema.get("pattern").asString())) {
                some = "2026-01--2026-03";
            }
            filled = filled.replace("{%s}".formatted(parameter.get("name").asString()), some);
        }
        return filled;
    }

    /** Just longer than a text may be; numbers just out of the range, and what is no number. */
    private static Stream<String> outside(JsonNode schema) {
        if (schema.has("maxLength")) {
            return Stream.of("1".repeat(schema.get("maxLength").asInt() + 1));
        }
        if (schema.has("enum") || schema.has("pattern") || (schema.has("format") && !schema.has("minimum"))) {
            return Stream.of("no-such~value");
        }
        if (!schema.has("minimum") || !schema.has("maximum")) {
            return Stream.empty();
        }
        var below = schema.get("minimum").decimalValue().subtract(BigDecimal.ONE);
        var above = schema.get("maximum").decimalValue().add(BigDecimal.ONE);
        return Stream.of(below.toPlainString(), above.toPlainString(), "99999999999999999999", "many");
    }

    private void ask(String method, String path, String query, String named) {
        questions++;
        var request = client.method(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)))
                .uri(path + "?" + query)
                .header("Vigie-Operator", "one")
                .header("Idempotency-Key", "one")
                .header("If-Match", "\"1\"");
        if (!method.equals("get")) {
            request.contentType(sent).body("{\"no_such_field\": 1}");
        }
        var answer = request.exchangeForRequiredValue((_, response) -> response.getStatusCode()
                        .value() + " " + new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!answer.startsWith("400") || !answer.contains("\"detail\":\"" + named + ": ")) {
            taken.add("%s %s?%s: %s"
                    .formatted(method, path, query, answer.substring(0, Math.min(160, answer.length()))));
        }
    }
}
