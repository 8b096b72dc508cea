package org.vigie.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/**
 * Fails a test of whose service any path of the OpenAPI document under {@code /v1} answers a method that it does not
 * have with anything but 405, a problem, and the methods that it has in {@code Allow} (RFC 9110, section 15.5.6).
 */
public final class RefusedMethods {

    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "PATCH");

    private final RestClient client;
    private final List<String> answered = new ArrayList<>();
    private int questions;

    private RefusedMethods(RestClient client) {
        this.client = client;
    }

    /** Asks the service on this port of loopback, whose token is {@code secret}. */
    public static void check(int port) {
        var service = AskedService.at(port);
        var refused = new RefusedMethods(service.client());
        service.contract()
                .get("paths")
                .propertyStream()
                .filter(path -> path.getKey().startsWith("/v1/"))
                .forEach(path -> refused.path(path.getKey(), path.getValue()));
        assertThat(refused.answered).isEmpty();
        assertThat(refused.questions).as("questions asked").isPositive();
    }

    private void path(String path, JsonNode operations) {
        var declared = operations
                .propertyStream()
                .map(operation -> operation.getKey().toUpperCase(Locale.ROOT))
                .filter(METHODS::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        var asked =
                RefusedParameters.filled(path, operations.get(declared.first().toLowerCase(Locale.ROOT)));
        var others = new TreeSet<>(METHODS);
        others.removeAll(declared);
        others.forEach(method -> ask(method, asked, path, declared));
    }

    private void ask(String method, String asked, String path, Set<String> declared) {
        questions++;
        var answer = client.method(HttpMethod.valueOf(method))
                .uri(asked)
                .exchangeForRequiredValue((_, response) -> told(response));
        var expected = "405 %s %s".formatted(declared, MediaType.APPLICATION_PROBLEM_JSON);
        if (!answer.startsWith(expected) || !answer.contains("method-not-allowed")) {
            answered.add("%s %s: %s".formatted(method, path, answer));
        }
    }

    private static String told(ClientHttpResponse response) throws java.io.IOException {
        var allowed = response.getHeaders().getAllow().stream()
                .map(HttpMethod::name)
                .filter(METHODS::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        return "%d %s %s %s"
                .formatted(
                        response.getStatusCode().value(),
                        allowed,
                        response.getHeaders().getContentType(),
                        new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
    }
}
