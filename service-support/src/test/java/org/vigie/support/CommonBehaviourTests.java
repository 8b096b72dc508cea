package org.vigie.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** What every service does with a request before its own code sees it. */
@ProbeTest
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
            {"category": "SECRET", "category": "CSAM"} | 400 | /category
            {"category": "CSAM", "category": "SECRET"} | 400 | "pointer":"/category","detail":"This field appears more than once."
            {"http://SECRET": 1, "http://SECRET": 2}   | 400 | "pointer":""
            {"category": 1}                            | 400 | /category
            {"category": ""}                           | 400 | /category
            {"category": "CSAM", "some_number": "1"}   | 400 | /some_number
            {"category": "CSAM", "some_number": 1.5}   | 400 | /some_number
            {"category": "CSAM", "some_number": true}  | 400 | /some_number
            {"category": "CSAM", "some_number": ""}    | 400 | /some_number
            """)
    void namesTheFieldAndNeverItsValue(String body, int status, String named) {
        var answer = post(body, "Bearer secret", MediaType.APPLICATION_JSON);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains(named, "urn:vigie:problem:").doesNotContain("SECRET", "zz");
    }

    @ParameterizedTest
    @CsvSource({"/v1/echo, 401", "/%761/echo, 401", "/v1;a=b/echo, 400", "/v1/%65cho, 401", "//v1/echo, 400"})
    void isAskedForTheTokenHoweverThePathIsWritten(String path, int refused) {
        var status = RestClient.create()
                .get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .exchangeForRequiredValue(
                        (_, response) -> response.getStatusCode().value());

        assertThat(status).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"needed_text": false}                                              | /needed_text
            {"needed_text": 1}                                                  | /needed_text
            {"needed_text": 1.5}                                                | /needed_text
            {"needed_text": "a", "needed_text": "a"}                            | /needed_text
            {"needed_text": "a", "many_inner": [{"size": 1}, {"size": 1, "size": 2}]} | /many_inner/1/size
            {"needed_text": "a", "many_inner": ""}                              | /many_inner
            {"needed_text": "a", "many_inner": [""]}                            | /many_inner/0
            {"needed_text": "a", "at": 1700000000}                              | /at
            {"needed_text": "a", "at": "1700000000"}                            | /at
            {"needed_text": "a", "at": ""}                                      | /at
            {"needed_text": "a", "id": ""}                                      | /id
            """)
    void readsNoValueAsWhatItIsNot(String body, String field) {
        var answer = RestClient.create("http://127.0.0.1:" + port)
                .post()
                .uri("/v1/told/" + new UUID(0, 1))
                .header("Authorization", "Bearer secret")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchangeForRequiredValue(
                        (_, response) -> new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));

        assertThat(answer).contains("invalid-field", "\"pointer\":\"" + field + "\"");
    }

    @ParameterizedTest
    @CsvSource({"%20, invalid-parameter", "%0D, malformed-request", "SECRET, invalid-parameter"})
    void saysThatAPartOfThePathIsNotAcceptable(String id, String type) {
        var answer = RestClient.create()
                .post()
                .uri(URI.create("http://127.0.0.1:" + port + "/v1/told/" + id))
                .header("Authorization", "Bearer secret")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"needed_text\": \"a\"}")
                .exchangeForRequiredValue(
                        (_, response) -> response.getStatusCode().value()
                                + new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));

        assertThat(answer)
                .startsWith("400")
                .contains("urn:vigie:problem:" + type)
                .doesNotContain("SECRET");
    }

    @Test
    void saysWhatItCannotWrite() {
        var answer = RestClient.create("http://127.0.0.1:" + port)
                .post()
                .uri("/v1/echo")
                .header("Authorization", "Bearer secret")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.TEXT_HTML)
                .body(GOOD)
                .exchangeForRequiredValue(
                        (_, response) -> response.getStatusCode().value()
                                + " " + response.getHeaders().getContentType()
                                + new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));

        assertThat(answer).startsWith("406 application/problem+json").contains("not-acceptable");
    }

    /** Even then a problem has its body. */
    @ParameterizedTest
    @CsvSource({"/v1/echo, 405", "/v1/nothing, 404", "/v1/told/x, 405"})
    void takesAnAcceptThatCannotBeReadAsNone(String path, int status) {
        var answer = RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .header("Authorization", "Bearer secret")
                .header("Accept", "xn(CYw}Gi")
                .exchangeForRequiredValue(
                        (_, response) -> response.getStatusCode().value()
                                + " " + response.getHeaders().getContentType()
                                + new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));

        assertThat(answer).startsWith(status + " application/problem+json").contains("urn:vigie:problem:");
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

    @Test
    void readsNoMoreOfAForm() {
        var answer = post("a=" + "x".repeat(2000), "Bearer secret", MediaType.APPLICATION_FORM_URLENCODED);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("body-too-large");
    }

    @Test
    void refusesAFormThatCannotBeRead() {
        var answer = post("a=%GG", "Bearer secret", MediaType.APPLICATION_FORM_URLENCODED);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("malformed-request");
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
                .contains("\"openapi\":\"3.1", "\"default\":{\"description\":\"Any other problem (RFC 9457)\"");
    }

    @Test
    void showsWhatIsUnhealthyOnlyWithTheToken() {
        var client = RestClient.create("http://127.0.0.1:" + port);

        assertThat(client.get().uri("/actuator/health").retrieve().body(String.class))
                .doesNotContain("components");
        assertThat(client.get()
                        .uri("/actuator/health")
                        .header("Authorization", "Bearer secret")
                        .retrieve()
                        .body(String.class))
                .contains("components", "mongo");
    }

    /** Whether an operation, a filter or the server itself answers. */
    @ParameterizedTest
    @CsvSource({
        "/v1/nothing, secret, not-found",
        "/v1/told/x, secret, method-not-allowed",
        "/v1/echo, wrong, unauthorized",
        "/v1/%2F, secret, malformed-request",
        "/problems/none, secret, not-found"
    })
    void namesThePageOfAProblem(String path, String token, String type) {
        var links = RestClient.create()
                .get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .exchangeForRequiredValue((_, response) -> response.getHeaders().getOrEmpty("Link"));

        assertThat(links).containsExactly("</problems/%s>; rel=\"help\"".formatted(type));
        assertThat(RestClient.create("http://127.0.0.1:" + port)
                        .get()
                        .uri("/problems/" + type)
                        .retrieve()
                        .body(String.class))
                .contains("<dd><code>urn:vigie:problem:%s</code></dd>".formatted(type));
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
                        new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
    }
}
