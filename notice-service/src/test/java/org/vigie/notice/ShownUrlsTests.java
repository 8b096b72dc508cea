package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.support.access.Matrix;
import org.vigie.support.web.ShowsUrls;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever answers with exact URLs is recorded: the contract is searched for what says so or shows one. */
@ServiceTest
class ShownUrlsTests {

    /**
     * "Exactly", as of the address of a webhook, is another word; who is told of what is defanged, is told where the
     * exact one is; a URL of a case is shown at example.invalid.
     */
    private static final Pattern EXACT =
            Pattern.compile("(?i)\"(?!.*defanged).*\\bexact\\b(?! hash|.*defanged)|\"https?://example\\.invalid/");

    /** The addressee's, which records by itself: {@link ReplyPageTests}. */
    private static final String ADDRESSEE = "GET /v1/replies/{token}";

    @LocalServerPort
    private int port;

    @Autowired
    private Matrix matrix;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Test
    void everyAnswerWithAnExactUrlIsRecorded() {
        var showing = showing(new JsonMapper()
                .readTree(RestClient.create()
                        .get()
                        .uri("http://localhost:" + port + "/v3/api-docs")
                        .retrieve()
                        .body(String.class)));

        assertThat(showing)
                .contains(
                        ADDRESSEE,
                        "POST /v1/cases/{id}/reveal",
                        "POST /v1/tasks/{id}/claim",
                        "GET /v1/notices/{noticeId}/form");
        assertThat(showing)
                .filteredOn(Predicate.not(ADDRESSEE::equals))
                .allSatisfy(operation -> assertThat(isRecorded(operation))
                        .as(operation + " is recorded, or says that its URLs are not exact")
                        .isTrue());
    }

    /** As their committed contracts say, which their own tests hold to what they answer. */
    @ParameterizedTest
    @ValueSource(strings = {"availability-checker", "metrics-service", "provider-registry"})
    void theOtherServicesShowNone(String service) throws IOException {
        var contract = new JsonMapper().readTree(Files.readString(Path.of("../docs/openapi/" + service + ".json")));

        assertThat(contract.get("paths").size()).isPositive();
        assertThat(showing(contract)).isEmpty();
    }

    private boolean isRecorded(String operation) {
        var words = operation.split(" ", 2);
        return words[0].equals("GET")
                ? annotated().contains(words[1])
                : matrix.row(words[0], words[1])
                                .filter(row -> !row.isForPartners())
                                .isPresent()
                        && !words[1].endsWith("/search");
    }

    private Set<String> annotated() {
        var paths = new HashSet<String>();
        handlers.getHandlerMethods().forEach((mapping, method) -> {
            if (method.hasMethodAnnotation(ShowsUrls.class)) {
                paths.addAll(mapping.getPatternValues());
            }
        });
        return paths;
    }

    private static Set<String> showing(JsonNode contract) {
        var showing = new TreeSet<String>();
        contract.get("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    if (Stream.concat(own(operation), answers(contract, operation))
                            .anyMatch(words -> EXACT.matcher(words).find())) {
                        showing.add(method.toUpperCase(Locale.ROOT) + " " + path);
                    }
                }));
        return showing;
    }

    /** What is said of each field of what it answers with. */
    private static Stream<String> answers(JsonNode contract, JsonNode operation) {
        return operation.get("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .flatMap(response -> said(contract, response.getValue(), Set.of()));
    }

    private static Stream<String> said(JsonNode contract, JsonNode node, Set<String> seen) {
        var ref = node.path("$ref").asString("");
        if (!ref.isEmpty()) {
            var deeper = new HashSet<>(seen);
            return deeper.add(ref) ? said(contract, contract.at(ref.substring(1)), deeper) : Stream.empty();
        }
        return Stream.concat(own(node), node.values().stream().flatMap(child -> said(contract, child, seen)));
    }

    private static Stream<String> own(JsonNode node) {
        return Stream.of("description", "example")
                .filter(node::has)
                .map(name -> node.get(name).toString());
    }
}
