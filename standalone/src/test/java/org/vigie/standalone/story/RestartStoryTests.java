package org.vigie.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.standalone.story.RunningVigie.METRICS;
import static org.vigie.standalone.story.RunningVigie.NOTICE;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.events.Topics;

/** What a restart and a replay of everything change: nothing. */
class RestartStoryTests {

    private static final Duration SOON = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    @Test
    void aRestartAndAReplayOfEveryTopicChangeNothing() {
        var data = directory.resolve("data");
        try (var internet = new SmallInternet()) {
            var url = internet.page("/restart/one");
            String reportId;
            String before;
            try (var vigie = RunningVigie.on(data, internet)) {
                vigie.teachHost("Example Hosting", "CIDR", SmallInternet.TEST_NETWORK);
                reportId = vigie.post(NOTICE, "/v1/reports", "one", Reports.verified(url))
                        .json()
                        .path("report_id")
                        .asString();
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(status(vigie, reportId)).isEqualTo("NOTIFIED"));
                internet.answer("/restart/one", 410);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(status(vigie, reportId)).isIn("DOWN", "REMOVED"));
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(measured(vigie)).contains("\"n_removed\":1"));
                before = measured(vigie);
            }

            try (var vigie = RunningVigie.on(data, internet)) {
                Topics.COMPACTED.forEach(topic -> replay(vigie, topic));
                Topics.INBOUND.forEach(topic -> replay(vigie, topic));
                var after = vigie.post(NOTICE, "/v1/reports", "two", Reports.verified(internet.page("/restart/two")));

                assertThat(after.status()).isEqualTo(202);
                await().atMost(SOON)
                        .untilAsserted(() ->
                                assertThat(internet.mailsNaming("/restart/two")).hasSize(1));
                assertThat(internet.mailsNaming(url)).hasSize(1);
                assertThat(status(vigie, reportId)).isIn("DOWN", "REMOVED");
                assertThat(before).contains("\"images_targeted\":1");
                await().atMost(SOON)
                        .untilAsserted(
                                () -> assertThat(measured(vigie)).contains("\"images_targeted\":2", "\"n_removed\":1"));
            }
        }
    }

    private static void replay(RunningVigie vigie, String topic) {
        for (var record : vigie.records(topic)) {
            vigie.produce(
                    new ProducerRecord<>(topic, record.partition(), record.key(), record.value(), record.headers()));
        }
    }

    private static String status(RunningVigie vigie, String reportId) {
        return vigie.caseOfReport(reportId).path("status").asString();
    }

    private static String measured(RunningVigie vigie) {
        return vigie.get(METRICS, "/v1/indicators/providers").text();
    }
}
