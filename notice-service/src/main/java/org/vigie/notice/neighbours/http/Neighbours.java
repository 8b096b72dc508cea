package org.vigie.notice.neighbours.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.vigie.notice.neighbours.Neighbour;

/** One question to another service, with a limit of time and size; none is repeated. */
@Component
@EnableConfigurationProperties(NeighbourSettings.class)
class Neighbours {

    private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long LARGEST = 8L * 1024 * 1024;

    private final NeighbourSettings settings;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(Redirect.NEVER)
            .build();

    Neighbours(NeighbourSettings settings) {
        this.settings = settings;
    }

    /** Whether anybody said where it is. */
    boolean isKnown(Neighbour neighbour) {
        return settings.address(neighbour).isPresent();
    }

    /** Empty if it is not known, or does not answer. */
    Optional<HttpResponse<String>> get(Neighbour neighbour, String path) {
        return request(neighbour, path).flatMap(request -> sent(neighbour, request.GET()));
    }

    /** The same as the person whose token it is. */
    Optional<HttpResponse<String>> get(Neighbour neighbour, String path, String token) {
        return request(neighbour, path)
                .flatMap(request -> sent(neighbour, as(token, request).GET()));
    }

    /**
     * Sends JSON as the person whose token it is.
     *
     * @param headers further ones, names and values in turn
     */
    Optional<HttpResponse<String>> send(
            Neighbour neighbour, String method, String path, String token, String json, String... headers) {
        return request(neighbour, path).flatMap(request -> {
            as(token, request)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(json, StandardCharsets.UTF_8));
            return sent(neighbour, headers.length == 0 ? request : request.headers(headers));
        });
    }

    private Optional<HttpRequest.Builder> request(Neighbour neighbour, String path) {
        return settings.address(neighbour)
                .map(address ->
                        HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE));
    }

    private static HttpRequest.Builder as(String token, HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + token).header("Accept", "application/json");
    }

    private Optional<HttpResponse<String>> sent(Neighbour neighbour, HttpRequest.Builder request) {
        try {
            return Optional.of(client.send(
                    request.build(), BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST)));
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("service", neighbour.service())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("another service does not answer the desk");
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
