package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The service as a process of its own, killed at random moments while it sends. Every notice arrives; a second copy
 * only of those that are marked uncertain, byte for byte. {@code -Dkilled.notices=500 -Dkilled.kills=20} through
 * {@code -Dtest.jvm} makes it long.
 */
class KilledSenderTests {

    private static final int NOTICES = Integer.getInteger("killed.notices", 30);
    private static final int KILLS = Integer.getInteger("killed.kills", 2);
    private static final long SEED = Long.getLong("killed.seed", 1);

    @TempDir
    private Path data;

    private final Map<String, UUID> cases = new ConcurrentHashMap<>();

    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void losesNoneAndRepeatsOnlyWhatIsUncertain() throws IOException, InterruptedException {
        var random = new Random(SEED);
        try (var relay = new SlowRelay();
                var outside = new Outside();
                var sender = new SenderProcess(data, relay.port(), 6)) {
            sender.start();
            outside.introduce();
            var feeding = Thread.ofVirtual().start(() -> feed(sender, outside));
            for (var kill = 1; kill <= KILLS; kill++) {
                var enough =
                        Math.min(NOTICES - 1, kill * NOTICES / (KILLS + 1) - random.nextInt(1 + NOTICES / KILLS / 4));
                await().atMost(Duration.ofMinutes(5)).until(() -> relay.distinct() >= enough);
                sender.killAfter(Duration.ofMillis(random.nextInt(120)));
                sender.start();
            }
            feeding.join();
            await().pollInterval(Duration.ofSeconds(1))
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> cases.values().stream().allMatch(caseId -> "SENT".equals(state(sender, caseId))));

            var uncertain = 0;
            for (var caseId : cases.values()) {
                var notice = notices(sender, caseId).get(0);
                var copies = relay.copies(notice.get("reference").asString());
                assertThat(copies).as("arrived").hasSizeBetween(1, 2);
                var marked = notice.get("attempts").toString().contains("UNCERTAIN");
                uncertain += marked ? 1 : 0;
                if (copies.size() == 2) {
                    assertThat(marked).as("a second copy of %s", notice).isTrue();
                    assertThat(copies.getFirst()).isEqualTo(copies.getLast());
                }
            }
            assertThat(relay.distinct()).isEqualTo(NOTICES);
            System.out.printf(
                    "notices=%d kills=%d uncertain=%d second_copies=%d%n",
                    NOTICES, KILLS, uncertain, relay.all() - relay.distinct());
        }
    }

    /** Hands everything in, again where the process was killed before it answered. */
    private void feed(SenderProcess sender, Outside outside) {
        for (var i = 0; i < NOTICES; i++) {
            var report = TestWorld.verifiedReport("http://h" + i + ".killed.test/" + i, TestWorld.someHash());
            var key = "killed-" + i;
            await().atMost(Duration.ofMinutes(3))
                    .ignoreExceptions()
                    .until(() -> sender.post("/v1/reports", key, report) == 202);
            await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(() -> {
                var caseId = sender.get("/v1/reports/" + sender.reportId(key, report))
                        .get("case_id");
                var received = sender.get("/v1/cases/" + caseId.asString()).get("received_at");
                var id = UUID.fromString(caseId.asString());
                outside.found(id, Instant.parse(received.asString()).plusSeconds(60));
                return cases.put(key, id) == null;
            });
        }
    }

    private static String state(SenderProcess sender, UUID caseId) {
        try {
            var all = notices(sender, caseId);
            return all.isEmpty() ? "" : all.get(0).get("state").asString();
        } catch (RuntimeException _) {
            return "";
        }
    }

    private static JsonNode notices(SenderProcess sender, UUID caseId) {
        return sender.get("/v1/cases/" + caseId + "/notices").get("notices");
    }
}
