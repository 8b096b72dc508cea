package org.vigie.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.server.PathContainer;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fails a test whose service answers something its own OpenAPI document does not describe: a status, a media type, or a
 * body that its schema refuses.
 */
public final class DescribedAnswers implements ClientHttpRequestInterceptor {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<Integer, DescribedAnswers> BY_PORT = new ConcurrentHashMap<>();

    private record Answer(int status, @Nullable MediaType type, String body) {}

    private final JsonNode contract;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private DescribedAnswers(JsonNode contract) {
        this.contract = contract;
    }

    /** A client of the service on this port of loopback that looks at every answer. */
    public static RestClient.Builder client(int port) {
        return RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .bufferContent((_, _) -> true)
                .requestInterceptor((request, body, execution) ->
                        BY_PORT.computeIfAbsent(port, DescribedAnswers::of).intercept(request, body, execution));
    }

    /** Looks at an answer that came by another client. */
    public static void check(HttpResponse<String> response) {
        var uri = response.request().uri();
        var type = response.headers().firstValue("Content-Type").map(MediaType::parseMediaType);
        BY_PORT.computeIfAbsent(uri.getPort(), DescribedAnswers::of)
                .check(
                        response.request().method(),
                        uri,
                        new Answer(response.statusCode(), type.orElse(null), response.body()));
    }

    private static DescribedAnswers of(int port) {
        var contract = RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/v3/api-docs")
                .retrieve()
                .body(String.class);
        return new DescribedAnswers(JSON.readTree(contract));
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        var response = execution.execute(request, body);
        var type = response.getHeaders().getContentType();
        var text = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
        check(
                request.getMethod().name(),
                request.getURI(),
                new Answer(response.getStatusCode().value(), type, text));
        return response;
    }

    private void check(String asked, URI uri, Answer answer) {
        var method = asked.toLowerCase(Locale.ROOT);
        template(PathContainer.parsePath(uri.getRawPath()), method)
                .ifPresent(template ->
                        check(contract.at("/paths").get(template).get(method), method + " " + template, answer));
    }

    /** That of the operation, absent if there is none: then there is nothing to be as described. */
    private Optional<String> template(PathContainer path, String method) {
        return contract.get("paths")
                .propertyStream()
                .filter(described -> described.getValue().has(method))
                .map(described -> PathPatternParser.defaultInstance.parse(described.getKey()))
                .filter(pattern -> isOf(path, pattern, method))
                .min(Comparator.naturalOrder())
                .map(PathPattern::getPatternString);
    }

    /** Whether the path has that form, and a word of the choice where only some words are described. */
    private boolean isOf(PathContainer path, PathPattern pattern, String method) {
        var matched = pattern.matchAndExtract(path);
        if (matched == null) {
            return false;
        }
        var parameters = contract.get("paths")
                .get(pattern.getPatternString())
                .get(method)
                .path("parameters");
        return parameters
                .valueStream()
                .filter(parameter -> parameter.get("in").asString().equals("path"))
                .allMatch(parameter -> {
                    var words = parameter.at("/schema/enum");
                    var given =
                            matched.getUriVariables().get(parameter.get("name").asString());
                    return words.isMissingNode()
                            || words.valueStream()
                                    .anyMatch(word -> word.asString().equals(given));
                });
    }

    private void check(JsonNode operation, String name, Answer answer) {
        var status = Integer.toString(answer.status());
        var described = operation.get("responses").get(status);
        if (described == null) {
            throw new AssertionError("%s: status %s is not described".formatted(name, status));
        }
        var type = answer.type();
        var content = described.get("content");
        if (content == null || type == null) {
            if (content != null || !answer.body().isEmpty()) {
                throw new AssertionError("%s: %s has a body and should not, or the other way".formatted(name, status));
            }
            return;
        }
        var media = content.get(type.getType() + "/" + type.getSubtype());
        if (media == null) {
            throw new AssertionError("%s: %s as %s is not described".formatted(name, status, type));
        }
        if (type.getSubtype().endsWith("json")) {
            var errors = schemas.computeIfAbsent(name + status, _ -> schema(media.get("schema")))
                    .validate(answer.body(), InputFormat.JSON);
            if (!errors.isEmpty()) {
                throw new AssertionError("%s: %s is not as described: %s".formatted(name, status, errors));
            }
        }
    }

    private Schema schema(JsonNode described) {
        var whole = (ObjectNode) described.deepCopy();
        whole.set("components", Objects.requireNonNull(contract.get("components")));
        return SCHEMAS.getSchema(JSON.writeValueAsString(whole), InputFormat.JSON);
    }
}
