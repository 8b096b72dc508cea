package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.testing.TestKafka;

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

    /** Kafka's own: on a busy machine a shorter one is lost, and what was read is read again. */
    private static final Duration SESSION = Duration.ofSeconds(45);

    @TempDir
    private Path data;

    /** When the report of a case was answered, in nanoseconds. */
    private final Map<UUID, Long> answered = new ConcurrentHashMap<>();

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void reachesTheRelayWithinAMinute() throws Exception {
        try (var relay = new SlowRelay();
                var outside = new Outside();
                var sender = new SenderProcess(data, relay.port(), 1, TestKafka.bootstrapServers(), SESSION);
                var stream = Executors.newScheduledThreadPool(4)) {
            sender.start();
            outside.introduce();
            var reports = new ArrayList<Future<?>>();
            for (var i = 0; i < REPORTS; i++) {
                var number = i;
                reports.add(stream.schedule(
                        () -> report(number, sender, outside), (long) i * EVERY_MILLIS, TimeUnit.MILLISECONDS));
            }
            for (var one : reports) {
                one.get();
            }
            untilTaken(relay, sender, outside);

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

    /** Looks again now and then, as the checker does for whoever waits. */
    private void untilTaken(SlowRelay relay, SenderProcess sender, Outside outside) {
        try {
            await().pollInterval(Duration.ofSeconds(5))
                    .pollDelay(Duration.ZERO)
                    .atMost(LIMIT.multipliedBy(3))
                    .until(() -> {
                        answered.keySet().forEach(caseId -> outside.seen(caseId, Instant.now()));
                        return relay.distinct() == REPORTS;
                    });
        } catch (ConditionTimeoutException e) {
            var cases = answered.keySet().stream()
                    .map(caseId -> sender.get("/v1/cases/" + caseId).toString())
                    .toList();
            throw new AssertionError(relay.distinct() + " notices of " + cases, e);
        }
    }

    private void report(int number, SenderProcess sender, Outside outside) {
        var report = TestWorld.verifiedReport("http://h" + number + ".steady.test/", TestWorld.someHash());
        var key = "steady-" + number;
        assertThat(sender.post("/v1/reports", key, report)).isEqualTo(202);
        var at = System.nanoTime();
        var id = sender.reportId(key, report);
        await().atMost(LIMIT).ignoreExceptions().until(() -> {
            var caseId = UUID.fromString(
                    sender.get("/v1/reports/" + id).get("case_id").asString());
            outside.found(caseId, Instant.now());
            return answered.put(caseId, at) == null;
        });
    }
}
