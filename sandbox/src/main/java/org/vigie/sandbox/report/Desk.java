package org.vigie.sandbox.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.vigie.sandbox.WorldJson;

/** Hands things in by REST. */
final class Desk implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int FIRST_ERROR_OF_THEIRS = 500;
    private static final int FIRST_REFUSAL = 400;

    /** What became of it. */
    sealed interface Outcome {

        /** The answer's body. */
        record Taken(String answer) implements Outcome {}

        /** It will never be taken. */
        record Refused() implements Outcome {}

        /** Nobody can tell: handing it in again is harmless. */
        record NotNow() implements Outcome {}
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Hands one thing in.
     *
     * @param key idempotency key
     */
    Outcome handIn(URI where, String token, String key, Map<String, ?> body) {
        var request = HttpRequest.newBuilder(where)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(WorldJson.MAPPER.writeValueAsBytes(body)))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= FIRST_ERROR_OF_THEIRS) {
                return new Outcome.NotNow();
            }
            if (answer.statusCode() >= FIRST_REFUSAL) {
                System.err.printf("sandbox: %s was refused with %d: %s%n", key, answer.statusCode(), answer.body());
                return new Outcome.Refused();
            }
            return new Outcome.Taken(answer.body());
        } catch (IOException _) {
            return new Outcome.NotNow();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome.NotNow();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
