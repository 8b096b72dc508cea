package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.vigie.notice.TestWorld.Answer;

/** Somebody who asks the service with a token of their own. */
record Asking(RestClient client, String token) {

    Answer get(String path) {
        return TestWorld.answered(asks(HttpMethod.GET, path));
    }

    Answer get(String path, String accept) {
        return TestWorld.answered(asks(HttpMethod.GET, path).header("Accept", accept));
    }

    Answer post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    Answer post(String path, String body, String key) {
        return post(path, MediaType.APPLICATION_JSON, body, key);
    }

    Answer post(String path, MediaType type, String body, String key) {
        return TestWorld.answered(asks(HttpMethod.POST, path)
                .header("Idempotency-Key", key)
                .contentType(type)
                .body(body.getBytes(UTF_8)));
    }

    Answer delete(String path) {
        return TestWorld.answered(asks(HttpMethod.DELETE, path));
    }

    /** As if it could say who acts. */
    Answer postFor(String operator, String path, String body) {
        return TestWorld.answered(asks(HttpMethod.POST, path)
                .header("Vigie-Operator", operator)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body));
    }

    private RestClient.RequestBodySpec asks(HttpMethod method, String path) {
        return client.method(method).uri(path).header("Authorization", "Bearer " + token);
    }
}
