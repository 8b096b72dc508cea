package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.client.RestClient;

/** One request too many where no API token is needed is answered as such, whoever was to answer it. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/reply-limit-data",
            "vigie.clock-file=target/${test.fork:fork-1}/reply-limit-clock",
            "vigie.reply-requests-per-minute=1"
        })
@ServiceTest
class ReplyLimitTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "GET, /replies/0, text/html",
        "OPTIONS, /replies/0, text/html",
        "POST, /replies/0/answers, text/html",
        "OPTIONS, /replies/0/open.csv, text/html",
        "GET, /verify, text/html",
        "GET, /v1/replies/0, application/problem+json",
        "OPTIONS, /v1/replies/0/code, application/problem+json"
    })
    void aRequestTooManyIsSaidToBeOne(String method, String path, String type) {
        ask("GET", "/verify");

        var answer = ask(method, path);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.type().toString()).startsWith(type);
    }

    private record Said(int status, MediaType type) {}

    private Said ask(String method, String path) {
        return RestClient.create("http://127.0.0.1:" + port)
                .method(HttpMethod.valueOf(method))
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("outcome=REFUSED")
                .exchangeForRequiredValue((_, response) -> new Said(
                        response.getStatusCode().value(),
                        Objects.requireNonNullElse(response.getHeaders().getContentType(), MediaType.ALL)));
    }
}
