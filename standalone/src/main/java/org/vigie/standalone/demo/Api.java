package org.vigie.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vigie.sandbox.WorldJson;
import tools.jackson.databind.JsonNode;

/** Reads what a REST interface says. */
final class Api implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final @Nullable String token;

    /**
     * An interface.
     *
     * @param token absent if it asks for none
     */
    Api(URI base, @Nullable String token) {
        this.base = base;
        this.token = token;
    }

    /**
     * Reads a resource; missing if there is none.
     *
     * @throws UncheckedIOException if the interface does not answer as it should
     */
    JsonNode get(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case OK -> WorldJson.MAPPER.readTree(answer.body());
                case NOT_FOUND -> WorldJson.MAPPER.missingNode();
                default -> throw new IOException("GET " + path + " gave " + answer.statusCode());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
