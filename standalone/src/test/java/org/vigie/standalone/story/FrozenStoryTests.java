package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.events.Topics;
import org.vigie.events.Version;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A stranger who can write to a topic says that content is gone, and what an operator does about it. */
class FrozenStoryTests {

    private static final Duration SOON = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    @Test
    void aForgedVersionIsPutAsideOrTakenBack() {
        try (var internet = new SmallInternet();
                var vigie = RunningVigie.on(directory.resolve("data"), internet)) {
            vigie.teachHost("Example Hosting", "CIDR", SmallInternet.TEST_NETWORK);
            var report = vigie.report(Reports.verified(internet.page("/frozen/one")));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(presence(vigie, report)).isEqualTo("REACHABLE"));
            var caseId = vigie.caseOfReport(report).path("case_id").asString();

            forge(vigie, caseId, Long.MAX_VALUE);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(vigie.deadLetters("list", "--topic", Topics.AVAILABILITY))
                            .contains(
                                    "notice-service", "metrics-service", "/version is not a version", "2 dead letters")
                            .doesNotContain(caseId));
            assertThat(presence(vigie, report)).isEqualTo("REACHABLE");

            forge(vigie, caseId, Instant.now().getEpochSecond() + Version.SLACK - 60);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(presence(vigie, report)).isEqualTo("DOWN"));

            assertThat(vigie.republish(Topics.AVAILABILITY, caseId)).contains("The owner publishes it again");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(presence(vigie, report)).isEqualTo("REACHABLE"));
        }
    }

    private static void forge(RunningVigie vigie, String caseId, long version) {
        var last = vigie.records(Topics.AVAILABILITY).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(caseId))
                .reduce((_, later) -> later)
                .orElseThrow();
        vigie.produce(new ProducerRecord<>(
                last.topic(), last.partition(), last.key(), down(last, version).getBytes(UTF_8)));
    }

    private static String down(ConsumerRecord<byte[], byte[]> record, long version) {
        var forged = (ObjectNode) JsonMapper.shared().readTree(record.value());
        forged.put("version", version)
                .put("presence", "DOWN")
                .put("first_down_at", System.currentTimeMillis())
                .put("removal_class", "GONE_410");
        return forged.toString();
    }

    private static String presence(RunningVigie vigie, String report) {
        return vigie.caseOfReport(report).path("presence").asString();
    }
}
