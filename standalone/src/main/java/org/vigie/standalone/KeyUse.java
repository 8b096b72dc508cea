package org.vigie.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.vigie.support.seal.KeyIds;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which keys are in use, by what the services and the topics say.
 *
 * @param services what each service said, absent where it did not answer
 * @param topics by key, how many records it seals; absent if Kafka did not answer
 */
record KeyUse(
        Map<String, Optional<Answer>> services, @Nullable Map<String, Long> topics) {

    private static final int FINE = 200;
    /** The actuator writes names as they stand in Java. */
    private static final JsonMapper PLAIN = JsonMapper.builder().build();

    /** What {@code /actuator/keys} of a service answers. */
    record Answer(Map<String, KeyIds> keysets, boolean complete, long looked, long documents, Map<String, Long> texts) {

        /** The keys of a keyset as the service has read them; empty if it opens nothing with it. */
        Optional<KeyIds> keys(String keyset) {
            return Optional.ofNullable(keysets.get(keyset));
        }
    }

    static KeyUse ask(Settings settings, boolean topicsToo) {
        var answers = new LinkedHashMap<String, Optional<Answer>>();
        Service.ALL.forEach(service -> answers.put(service.name(), answer(settings, service)));
        return new KeyUse(answers, topicsToo ? topics(settings) : null);
    }

    private static @Nullable Map<String, Long> topics(Settings settings) {
        try {
            return SealedRecords.count(KafkaAddress.of(settings));
        } catch (KafkaException _) {
            return null;
        }
    }

    private static Optional<Answer> answer(Settings settings, Service service) {
        var request = HttpRequest.newBuilder(URI.create(service.address(settings) + "/actuator/keys"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + settings.token())
                .header("Accept", "application/json")
                .build();
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            var answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() == FINE
                    ? Optional.of(PLAIN.readValue(answer.body(), Answer.class))
                    : Optional.empty();
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Whether the service of that name answered. */
    boolean answers(String name) {
        return services.getOrDefault(name, Optional.empty()).isPresent();
    }

    /** Services that seal or open with the keyset and have not read this key yet, or do not answer. */
    List<String> without(String keyset, String keyId) {
        return services.entrySet().stream()
                .filter(service -> service.getValue().isEmpty()
                        || service.getValue()
                                .flatMap(answer -> answer.keys(keyset))
                                .filter(keys -> !keys.readable().contains(keyId))
                                .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Why it is not known that nothing needs the key, in words; empty when nothing does. */
    List<String> reasonsToKeep(String keyset, String keyId) {
        var reasons = new ArrayList<String>();
        services.forEach((service, found) -> {
            var answer = found.orElse(null);
            if (answer == null) {
                reasons.add(service + " does not answer");
            } else {
                answer.keys(keyset)
                        .ifPresent(
                                keys -> reasonOf(service, answer, keys, keyId).ifPresent(reasons::add));
            }
        });
        if (topics == null) {
            reasons.add("Kafka does not answer");
        } else if (topics.getOrDefault(keyId, 0L) > 0) {
            reasons.add("it seals " + topics.get(keyId) + " records of topics");
        }
        return reasons;
    }

    private static Optional<String> reasonOf(String service, Answer answer, KeyIds keys, String keyId) {
        long texts = answer.texts().getOrDefault(keyId, 0L);
        if (keys.primary().equals(keyId)) {
            return Optional.of(service + " seals with it");
        }
        if (!answer.complete()) {
            return Optional.of("%s has looked at %d of about %d documents"
                    .formatted(service, answer.looked(), answer.documents()));
        }
        return texts > 0 ? Optional.of("it seals " + texts + " texts in the store of " + service) : Optional.empty();
    }

    /** How many texts and records each key seals, as far as is known. */
    Map<String, Long> counts() {
        var all = new HashMap<String, Long>();
        services.values()
                .forEach(found -> found.ifPresent(
                        answer -> answer.texts().forEach((key, count) -> all.merge(key, count, Long::sum))));
        if (topics != null) {
            topics.forEach((key, count) -> all.merge(key, count, Long::sum));
        }
        return all;
    }
}
