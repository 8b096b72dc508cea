package org.vigie.support;

import java.util.List;
import java.util.UUID;
import net.javacrumbs.jsonunit.assertj.JsonAssert;
import net.javacrumbs.jsonunit.assertj.JsonAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.vigie.testing.DescribedAnswers;

/** What the OpenAPI document of a service says that its methods and records do not say themselves. */
@ProbeTest
class ContractTests {

    @LocalServerPort
    private int port;

    private String contract = "";

    @BeforeEach
    void read() {
        contract = String.valueOf(RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/v3/api-docs")
                .retrieve()
                .body(String.class));
    }

    @Test
    void fieldsAreNamedAsTheyAreWrittenAndNullOnlyWhereTheyMayBe() {
        schema("Told").node("required").isArray().containsExactlyInAnyOrder("id", "category", "n_removed");
        schema("Told")
                .node("properties")
                .isObject()
                .containsOnlyKeys("id", "inner", "at", "category", "n_removed", "share");
        schema("Told").node("properties.at.type").isEqualTo(List.of("string", "null"));
        schema("Told")
                .node("properties.inner.anyOf")
                .isEqualTo("[{'$ref': '#/components/schemas/Inner'}, {'type': 'null'}]");
        schema("Told").node("properties.share.type").isEqualTo(List.of("number", "null"));
        schema("Told").node("properties.category.enum").isArray().contains("UNKNOWN");
        schema("Told").node("additionalProperties").isAbsent();
    }

    @Test
    void requestsSayWhatTheyNeedAndThatNothingElseIsTaken() {
        schema("Asked").node("required").isEqualTo(List.of("needed_text"));
        schema("Asked").node("properties.needed_text.type").isEqualTo("string");
        schema("Asked").node("properties.needed_text.maxLength").isEqualTo(200);
        schema("Asked")
                .node("properties.category.enum")
                .isArray()
                .doesNotContain("UNKNOWN")
                .contains("CSAM", (Object) null);
        schema("Asked").node("additionalProperties").isEqualTo(false);
        schema("Inner").node("additionalProperties").isEqualTo(false);
    }

    @Test
    void operationsSayWhichProblemsTheyAnswer() {
        operation("/v1/told/{id}.post")
                .node("responses")
                .isObject()
                .containsOnlyKeys("200", "400", "401", "403", "406", "409", "413", "415", "503", "default");
        for (var status : List.of("400", "409", "default")) {
            operation("/v1/told/{id}.post")
                    .node("responses." + status + ".content")
                    .isEqualTo("{'application/problem+json': {'schema': {'$ref': '#/components/schemas/Problem'}}}");
        }
        operation("/v1/told/{id}.post").node("security").isEqualTo("[{'token': ['analyst']}, {'token': ['operator']}]");
        operation("/v1/told/{id}.post")
                .node("responses.503.headers")
                .isObject()
                .containsOnlyKeys("Link", "X-Request-Id", "Retry-After");
        operation("/v1/told/{id}.post")
                .node("responses.401.headers")
                .isObject()
                .containsOnlyKeys("Link", "X-Request-Id", "WWW-Authenticate");
        operation("/page.get").node("responses.404.content").isObject().containsOnlyKeys("text/html");
        operation("/page.get").node("security").isEqualTo("[]");
    }

    @Test
    void answersAreAsDescribed() {
        var client = DescribedAnswers.client(port)
                .defaultHeader("Authorization", "Bearer secret")
                .build();
        for (var body : List.of("{\"needed_text\": \"a\"}", "{\"needed_text\": 1, \"needed_text\": 2}", "[]")) {
            client.post()
                    .uri("/v1/told/" + new UUID(0, 1))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body)
                    .exchange((_, response) -> response.getStatusCode());
        }
    }

    private JsonAssert schema(String name) {
        return JsonAssertions.assertThatJson(contract).node("components.schemas." + name);
    }

    private JsonAssert operation(String where) {
        return JsonAssertions.assertThatJson(contract).node("paths." + where);
    }
}
