package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verified reports at a steady rate, each of a host of its own, to the service as a process of its own with an unmoved
 * clock: how long after a report was answered the relay has taken its notice. Where it lies and that it is up are told
 * as soon as the report has its case; the work of the other services is left out. {@code -Dsteady.seconds=300} through
 * {@code -Dtest.jvm} makes it long.
 */
class SteadyStreamTests {

    private static final int EVERY_MILLIS = 500;
    private static final int REPORTS = Integer.getInteger("steady.seconds", 10) * 1000 / EVERY_MILLIS;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    /** When the report of a case was answered, in nanoseconds. */
    private final Map<UUID, Long> answered = new ConcurrentHashMap<>();

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void reachesTheRelayWithinAMinute() throws IOException {
        try (var relay = new SlowRelay();
                var outside = new Outside();
                var sender = new SenderProcess(data, relay.port(), 1);
                var stream = Executors.newScheduledThreadPool(4)) {
            sender.start();
            outside.introduce();
            for (var i = 0; i < REPORTS; i++) {
                var number = i;
                var _ = stream.schedule(
                        () -> report(number, sender, outside), (long) i * EVERY_MILLIS, TimeUnit.MILLISECONDS);
            }
            await().pollInterval(Duration.ofSeconds(1))
                    .atMost(LIMIT.multipliedBy(3).plusMillis((long) REPORTS * EVERY_MILLIS))
                    .until(() -> answered.size() == REPORTS && relay.distinct() == REPORTS);

            var took = answered.entrySet().stream()
                    .map(one -> Duration.ofNanos(relay.takenAt(sender.reference(one.getKey())) - one.getValue()))
                    .sorted()
                    .toList();
            System.out.printf(
                    "notices=%d p50=%d ms p95=%d ms max=%d ms%n",
                    REPORTS,
                    took.get(REPORTS / 2).toMillis(),
                    took.get(REPORTS * 95 / 100).toMillis(),
                    took.getLast().toMillis());
            assertThat(took).hasSize(REPORTS);
            assertThat(took.getLast()).isLessThanOrEqualTo(LIMIT);
        }
    }

    private void report(int number, SenderProcess sender, Outside outside) {
        var report = TestWorld.verifiedReport("http://h" + number + ".steady.test/", TestWorld.someHash());
        var key = "steady-" + number;
        assertThat(sender.post("/v1/reports", key, report)).isEqualTo(202);
        var at = System.nanoTime();
        var id = sender.reportId(key, report);
        await().ignoreExceptions().until(() -> {
            var caseId = UUID.fromString(
                    sender.get("/v1/reports/" + id).get("case_id").asString());
            outside.found(caseId, Instant.now());
            return answered.put(caseId, at) == null;
        });
    }
}
