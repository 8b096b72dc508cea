package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

    private static final int NOTICES = Integer.getInteger("killed.notices", 20);
    private static final int KILLS = Integer.getInteger("killed.kills", 1);
    private static final long SEED = Long.getLong("killed.seed", 1);

    @TempDir
    private Path data;

    private static final int TIME_FACTOR = 6;
    /** So that what waits while the process starts again does not wait so long that it must be looked at anew. */
    private static final int MOST_UNSENT = 40;

    private final Map<String, UUID> cases = new ConcurrentHashMap<>();
    private final Set<UUID> sent = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Reading reading;

    /** The one clock of the process at an instant of ours, in nanoseconds. */
    private record Reading(Instant oneClock, long nanos) {}

    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void losesNoneAndRepeatsOnlyWhatIsUncertain() throws IOException, InterruptedException {
        var random = new Random(SEED);
        try (var relay = new SlowRelay();
                var outside = new Outside();
                var sender = new SenderProcess(data, relay.port(), TIME_FACTOR);
                var looks = Executors.newSingleThreadScheduledExecutor()) {
            sender.start();
            outside.introduce();
            var feeding = Thread.ofVirtual().start(() -> feed(sender, outside, relay));
            var looking = looks.scheduleWithFixedDelay(() -> lookAgain(sender, outside), 20, 20, TimeUnit.SECONDS);
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
            looking.cancel(false);

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
    private void feed(SenderProcess sender, Outside outside, SlowRelay relay) {
        for (var i = 0; i < NOTICES; i++) {
            var report = TestWorld.verifiedReport("http://h" + i + ".killed.test/" + i, TestWorld.someHash());
            var key = "killed-" + i;
            var most = i - MOST_UNSENT;
            await().atMost(Duration.ofMinutes(5)).until(() -> relay.distinct() >= most);
            await().atMost(Duration.ofMinutes(3))
                    .ignoreExceptions()
                    .until(() -> sender.post("/v1/reports", key, report) == 202);
            await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(() -> {
                var caseId = sender.get("/v1/reports/" + sender.reportId(key, report))
                        .get("case_id");
                var received = sender.get("/v1/cases/" + caseId.asString()).get("received_at");
                var id = UUID.fromString(caseId.asString());
                if (reading == null) {
                    reading = new Reading(Instant.parse(received.asString()), System.nanoTime());
                }
                outside.found(id, soon());
                return cases.put(key, id) == null;
            });
        }
    }

    /** What has not left is looked at now and then, as the checker does. */
    private void lookAgain(SenderProcess sender, Outside outside) {
        for (var caseId : cases.values()) {
            if (!sent.contains(caseId)) {
                if ("SENT".equals(state(sender, caseId))) {
                    sent.add(caseId);
                } else {
                    outside.seen(caseId, soon());
                }
            }
        }
    }

    /** A minute after now, on the one clock of the process. */
    private Instant soon() {
        var known = Objects.requireNonNull(reading);
        return known.oneClock()
                .plusNanos((System.nanoTime() - known.nanos()) * TIME_FACTOR)
                .plusSeconds(60);
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
