package org.vigie.support.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaTemplate;
import org.vigie.events.Topics;
import org.vigie.events.availability.Watermark;
import org.vigie.support.ProbeService;
import org.vigie.testing.InProcessInfrastructure;

/** Records that can never be applied, thousands of them: they cost what follows them seconds. */
@InProcessInfrastructure
@Import(EventFlowTests.Parts.class)
@SpringBootTest(
        classes = ProbeService.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {"spring.config.name=probe-service", "vigie.data=target/flow-data", "vigie.events.partitions=2"})
class PoisonTests {

    private static final int OF_EACH_KIND = 1_500;

    /** 34 s were seen; the rest is for a busy machine. With a read of the topic anew after each, it took over 240. */
    private static final Duration SOON = Duration.ofSeconds(150);

    @Autowired
    private EventFlowTests.Parts.Received received;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Test
    void holdsUpWhatFollowsForSeconds() {
        for (int i = 0; i < OF_EACH_KIND; i++) {
            send("unreadable-" + i, "not json");
            send("13", "{\"partition\": 13, \"version\": 1}"); // refused
            send("16", "{\"partition\": 16, \"version\": 1}"); // a bug
        }
        kafka.flush();
        for (int partition = 80; partition < 90; partition++) {
            send(Integer.toString(partition), "{\"partition\": %d, \"version\": 1}".formatted(partition));
        }

        for (int partition = 80; partition < 90; partition++) {
            var good = new Watermark(partition, 1);
            await().atMost(SOON).untilAsserted(() -> assertThat(received.read).contains(good));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(received.parked.keySet())
                        .filteredOn(key -> key.startsWith("unreadable-"))
                        .hasSize(OF_EACH_KIND));
        await().atMost(SOON).untilAsserted(() -> assertThat(received.parked).containsKeys("13", "16"));
    }

    private void send(String key, String value) {
        var _ = kafka.send(Topics.WATERMARKS, key.getBytes(UTF_8), value.getBytes(UTF_8));
    }
}
