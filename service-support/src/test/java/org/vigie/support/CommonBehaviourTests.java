package org.vigie.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.vigie.testing.InProcessInfrastructure;

/** What every service does with a request before its own code sees it. */
@InProcessInfrastructure
@SpringBootTest(
        classes = ProbeService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=probe-service",
            "vigie.data=target/probe-data",
            "vigie.api-token=secret",
            "vigie.web.body-limit=1KB",
            "vigie.events.partitions=1"
        })
class CommonBehaviourTests {

    private static final String GOOD = "{\"category\": \"CSAM\", \"some_number\": 1}";

    @LocalServerPort
    private int port;

    @Test
    void answersAGoodRequest() {
        assertThat(post(GOOD, "Bearer secret", MediaType.APPLICATION_JSON))
                .isEqualTo(new Answer(200, "{\"category\":\"CSAM\",\"some_number\":1}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            not json                                   | 400 | not-json
            {"category": "SECRET"}                     | 400 | /category
            {"category": "CSAM", "some_number": "zz"}  | 400 | /some_number
            {"category": "CSAM", "image": "SECRET"}    | 400 | /image
            {"http://SECRET.test/": 1}                 | 400 | "pointer":""
            """)
    void namesTheFieldAndNeverItsValue(String body, int status, String named) {
        var answer = post(body, "Bearer secret", MediaType.APPLICATION_JSON);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains(named, "urn:vigie:problem:").doesNotContain("SECRET", "zz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/echo", "/%761/echo", "/v1;a=b/echo", "/v1/%65cho"})
    void isAskedForTheTokenHoweverThePathIsWritten(String path) {
        var status = RestClient.create()
                .get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .exchangeForRequiredValue(
                        (_, response) -> response.getStatusCode().value());

        assertThat(status).isEqualTo(401);
    }

    @Test
    void refusesMediaBodies() {
        assertThat(post("JFIF", "Bearer secret", MediaType.IMAGE_JPEG).status()).isEqualTo(415);
    }

    @Test
    void readsNoMoreThanTheLimit() {
        var answer = post("{\"category\": \"" + "x".repeat(2000) + "\"}", "Bearer secret", MediaType.APPLICATION_JSON);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("body-too-large");
    }

    @ParameterizedTest
    @CsvSource({"Bearer wrong", "secret", "Basic secret"})
    void refusesAnotherToken(String authorization) {
        var answer = post(GOOD, authorization, MediaType.APPLICATION_JSON);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("unauthorized").doesNotContain("secret");
    }

    @Test
    void showsItsHealthItsNumbersAndItsContract() {
        var client = RestClient.create("http://127.0.0.1:" + port);

        assertThat(client.get().uri("/actuator/health").retrieve().body(String.class))
                .contains("\"UP\"");
        assertThat(client.get().uri("/actuator/prometheus").retrieve().body(String.class))
                .contains("jvm_memory");
        assertThat(client.get().uri("/v3/api-docs").retrieve().body(String.class))
                .contains("\"openapi\":\"3.1", "\"default\":{\"description\":\"A problem (RFC 9457)\"");
    }

    private record Answer(int status, String body) {}

    private Answer post(String body, String authorization, MediaType type) {
        return RestClient.create("http://127.0.0.1:" + port)
                .post()
                .uri("/v1/echo")
                .header("Authorization", authorization)
                .contentType(type)
                .body(body)
                .exchange((_, response) -> new Answer(
                        response.getStatusCode().value(),
                        new String(response.getBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)));
    }
}
