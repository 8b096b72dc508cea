package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /**
     * One without its instant once set every figure back to 1970; one of a partition that is not there held it there.
     */
    @Test
    void watermarksThatAreNoneArePutAsideAndMoveNoFigure() {
        var none = List.of(
                "{\"partition\":98}",
                "{\"partition\":98,\"version\":0,\"checked_through\":0}",
                "{\"partition\":0,\"version\":1}",
                "[]",
                "no JSON");
        try (var internet = new SmallInternet();
                var vigie = RunningVigie.on(directory.resolve("data"), internet)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(asOf(vigie)).startsWith("20"));
            var before = asOf(vigie);

            none.forEach(value -> vigie.produce(
                    new ProducerRecord<>(Topics.WATERMARKS, 0, "98".getBytes(UTF_8), value.getBytes(UTF_8))));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(vigie.deadLetters("list", "--topic", Topics.WATERMARKS))
                            .contains("metrics-service", none.size() + " dead letters"));
            assertThat(asOf(vigie)).isGreaterThanOrEqualTo(before);
        }
    }

    private static String asOf(RunningVigie vigie) {
        return vigie.get(RunningVigie.METRICS, "/v1/indicators/totals")
                .json()
                .path("as_of")
                .asString("");
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
