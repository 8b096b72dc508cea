package org.vigie.support.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.support.time.SandboxClock;

class DueQueueTests {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path directory;

    private SandboxClock clock;
    private final List<String> done = new CopyOnWriteArrayList<>();
    private @Nullable DueQueue<String> queue;

    @BeforeEach
    void startClock() {
        clock = new SandboxClock(directory.resolve("clock"));
        clock.moveTo(START);
    }

    @AfterEach
    void stopQueue() {
        if (queue != null) {
            queue.stop();
        }
    }

    /** On a machine with other work, too. */
    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60));
    }

    @Test
    void runsWorkWhenItFallsDueAndNotBefore() {
        var queue = started(1, Map.of(), done::add);
        queue.schedule("a", START.plus(HOUR));
        assertThat(queue.idle()).isTrue();
        assertThat(queue.nextDue()).contains(START.plus(HOUR));

        clock.moveTo(START.plus(HOUR));

        soon().untilAsserted(() -> assertThat(done).containsExactly("a"));
        soon().untilAsserted(() -> assertThat(queue.idle()).isTrue());
        assertThat(queue.nextDue()).isEmpty();
        assertThat(queue.begun()).isEqualTo(1);
    }

    @Test
    void runsWhatIsDueTogetherInOrder() {
        var queue = started(1, Map.of(), done::add);
        List.of("c", "a", "b").forEach(key -> queue.schedule(key, START.plus(HOUR)));

        clock.moveTo(START.plus(HOUR));

        soon().untilAsserted(() -> assertThat(done).containsExactly("a", "b", "c"));
    }

    @Test
    void aKeyStandsInItOnceAtItsLastInstant() {
        var queue = started(1, Map.of(), done::add);
        queue.schedule("a", START.plus(HOUR));
        queue.schedule("a", START.plus(HOUR.multipliedBy(2)));
        queue.schedule("b", START.plus(HOUR));
        queue.cancel("b");

        clock.moveTo(START.plus(HOUR));
        assertThat(queue.idle()).isTrue();
        clock.moveTo(START.plus(HOUR.multipliedBy(2)));

        soon().untilAsserted(() -> assertThat(done).containsExactly("a"));
    }

    @Test
    void findsAtStartWhatAnotherProcessLeft() {
        started(1, Map.of("left", START), done::add);

        soon().untilAsserted(() -> assertThat(done).containsExactly("left"));
    }

    @Test
    void neverWorksOnAKeyTwiceAtATime() throws InterruptedException {
        BlockingQueue<String> begun = new LinkedBlockingQueue<>();
        var release = new CountDownLatch(1);
        var queue = started(4, Map.of(), key -> {
            begun.add(key);
            awaitLatch(release);
            done.add(key);
        });
        queue.schedule("a", START);
        begun.take();

        queue.schedule("a", START);
        queue.schedule("b", START);

        assertThat(begun.take()).isEqualTo("b");
        assertThat(begun).isEmpty();
        assertThat(queue.idle()).isFalse();
        release.countDown();
        soon().untilAsserted(() -> assertThat(done).containsExactlyInAnyOrder("a", "b", "a"));
    }

    @Test
    void workThatFailsComesAgainWithinHalfAMinute() {
        var queue = started(1, Map.of(), key -> {
            done.add(key);
            throw new IllegalStateException("fails");
        });
        queue.schedule("a", START);

        soon().untilAsserted(() -> assertThat(queue.nextDue()).contains(START.plusSeconds(15)));
        clock.moveTo(START.plusSeconds(15));

        soon().untilAsserted(() -> assertThat(done).hasSize(2));
    }

    private DueQueue<String> started(int concurrency, Map<String, Instant> stored, Consumer<String> work) {
        var made = new DueQueue<String>("test", clock, concurrency, () -> stored, work);
        made.start();
        queue = made;
        return made;
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
