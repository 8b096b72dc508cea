package org.vigie.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;

/** What every answer says, whoever asks and whatever for. */
@ProbeTest
class AnswerHeadersTests {

    private static final String MADE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @LocalServerPort
    private int port;

    @Test
    void nobodyKeepsAnAnswerAndEachHasAnId() {
        for (var token : List.of("secret", "wrong")) {
            var headers = asked("/v1/told/1", token, null);

            assertThat(headers.get(HttpHeaders.CACHE_CONTROL)).containsExactly("no-store");
            assertThat(headers.getFirst("X-Request-Id")).matches(MADE);
        }
        assertThat(asked("/v3/api-docs", "secret", null).getFirst("X-Request-Id"))
                .isNull();
    }

    @Test
    void aClientMayNameItsRequest() {
        assertThat(asked("/v1/told/1", "secret", "desk-4711").get("X-Request-Id"))
                .containsExactly("desk-4711");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.test/", "a b", "a.test", "é"})
    void anythingElseIsNotRepeated(String named) {
        assertThat(asked("/v1/told/1", "secret", named).getFirst("X-Request-Id"))
                .matches(MADE);
        assertThat(asked("/v1/told/1", "secret", "a".repeat(65)).getFirst("X-Request-Id"))
                .matches(MADE);
    }

    private HttpHeaders asked(String path, String token, @Nullable String named) {
        var request = RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .header("Authorization", "Bearer " + token);
        if (named != null) {
            request.header("X-Request-Id", named);
        }
        return request.exchangeForRequiredValue((_, response) -> response.getHeaders());
    }
}
