package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.notice.Receiver.Heard;
import org.vigie.support.events.EventJson;
import tools.jackson.databind.JsonNode;

/**
 * The service, as a process of its own, is killed when a receiver has a message and the service has not noted it: the
 * receiver gets it once more under the same id, and all that follows.
 */
class KilledWebhookTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** A report in a test is asked about after a minute, and down after another. */
    private static final int TIME_FACTOR = 30;

    /** Nothing is sent by mail. */
    private static final int NO_RELAY = 9;

    @TempDir
    private Path data;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void repeatsOneMessageUnderItsIdAndLosesNone() throws Exception {
        try (var receiver = new Receiver();
                var sender = new SenderProcess(data, NO_RELAY, TIME_FACTOR)) {
            sender.start();
            var key = key(sender);
            posted(sender, key, "/v1/webhooks", "{\"url\": \"%s\"}".formatted(receiver.url()));
            var killed = new CountDownLatch(1);
            receiver.does(() -> {
                kill(sender);
                killed.countDown();
            });
            posted(sender, key, "/v1/reports", """
                    {"url": "http://%s.test/", "category": "CSAM", "verification": "SUSPECT"}""".formatted(UUID.randomUUID()));
            assertThat(killed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(steps(receiver)).containsExactly("ASKED");

            sender.start();
            await().atMost(PATIENCE).until(() -> steps(receiver).contains("DOWN"));

            assertThat(steps(receiver)).containsExactly("ASKED", "ASKED", "DOWN");
            var ids = receiver.taken().stream().map(Heard::id).toList();
            assertThat(ids.get(1)).isEqualTo(ids.get(0)).isNotEqualTo(ids.get(2));
        }
    }

    private static List<String> steps(Receiver receiver) {
        return receiver.taken().stream().map(Heard::step).toList();
    }

    private static void kill(SenderProcess sender) {
        try {
            sender.killAfter(Duration.ZERO);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String key(SenderProcess sender) throws IOException, InterruptedException {
        var end = InstantSource.system().instant().plus(Duration.ofDays(90));
        return posted(sender, "secret", "/v1/api-keys", """
                {"partner": "killed", "rights": ["SUBMIT", "READ"], "expires_at": "%s", "test": true}""".formatted(end))
                .get("key")
                .asString();
    }

    private JsonNode posted(SenderProcess sender, String key, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(sender.at(path))
                .header("Authorization", "Bearer " + key)
                .headers(
                        key.equals("secret") ? new String[] {"Vigie-Operator", "olga"} : new String[] {"Accept", "*/*"})
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return EventJson.MAPPER.readTree(answer.body());
    }
}
