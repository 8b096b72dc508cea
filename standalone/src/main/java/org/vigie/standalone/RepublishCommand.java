package org.vigie.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.KafkaException;
import org.vigie.events.Topics;
import org.vigie.events.Version;
import org.vigie.support.events.EventJson;
import tools.jackson.core.JacksonException;

/**
 * {@code vigie republish TOPIC KEY}: frees an aggregate that a record of a stranger froze. Its owner says again how it
 * is, with a version above every one that the topic holds for the key and that a reader would believe.
 */
final class RepublishCommand {

    private static final Map<String, Service> OWNERS = Map.of(
            Topics.CASES, Service.NOTICE,
            Topics.LOCATIONS, Service.NOTICE,
            Topics.TARGETINGS, Service.NOTICE,
            Topics.CONTACT_FEEDBACK, Service.NOTICE,
            Topics.CHAINS, Service.REGISTRY,
            Topics.PROVIDERS, Service.REGISTRY,
            Topics.AVAILABILITY, Service.CHECKER,
            Topics.VANTAGES, Service.CHECKER);
    private static final int ACCEPTED = 202;

    private RepublishCommand() {}

    /** Returns the exit code. */
    static int run(Settings settings, String topic, String key, PrintStream output, PrintStream errors) {
        var owner = OWNERS.get(topic);
        if (owner == null) {
            errors.println("vigie republish: TOPIC is one of "
                    + String.join(", ", OWNERS.keySet().stream().sorted().toList()));
            return Vigie.MISUSED;
        }
        var kafka = KafkaAddress.of(settings);
        try {
            var above = highest(kafka, topic, key);
            var status = ask(settings, owner, topic, key, above);
            if (status != ACCEPTED) {
                errors.println("vigie republish: the owner answered " + status
                        + (status == 404 ? ": it has no such record" : "; try again in a few seconds"));
                return Vigie.FAILED;
            }
            output.println("The owner publishes it again, above version " + above + ".");
            return Vigie.DONE;
        } catch (IOException _) {
            errors.println("vigie republish: no answer from the owner");
            return Vigie.FAILED;
        } catch (KafkaException e) {
            errors.println("vigie republish: Kafka at " + kafka.servers() + ": " + e.getMessage());
            return Vigie.FAILED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Vigie.FAILED;
        }
    }

    /** The highest version of the key that a reader would believe, 0 if there is none. */
    private static long highest(KafkaAddress kafka, String topic, String key) {
        var highest = new AtomicLong();
        var limit = Version.SLACK + Instant.now().getEpochSecond();
        try (var log = new Log(kafka)) {
            log.read(log.partitions(List.of(topic)), record -> {
                if (Arrays.equals(record.key(), key.getBytes(UTF_8))) {
                    var version = version(record.value());
                    if (version <= limit) {
                        highest.accumulateAndGet(version, Math::max);
                    }
                }
            });
        }
        return highest.get();
    }

    private static long version(byte[] value) {
        try {
            return value == null
                    ? 0
                    : EventJson.MAPPER.readTree(value).path("version").asLong(0);
        } catch (JacksonException _) {
            return 0;
        }
    }

    private static int ask(Settings settings, Service owner, String topic, String key, long above)
            throws IOException, InterruptedException {
        var address = settings.get("VIGIE_OWNER_URL").orElseGet(() -> owner.here(settings));
        // The actuator reads texts only.
        var body =
                EventJson.MAPPER.writeValueAsString(Map.of("topic", topic, "key", key, "above", Long.toString(above)));
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address + "/actuator/republish"))
                                    .timeout(Duration.ofMinutes(2))
                                    .header("Authorization", "Bearer " + settings.token())
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
