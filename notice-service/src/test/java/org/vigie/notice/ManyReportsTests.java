package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.notice.Flood.Seen;
import org.vigie.notice.Flood.Sum;

/**
 * Reports in random order from two producers at once, some handed in twice, come to the same as in the order of their
 * URLs from one; and the heap of the service, whose stores are in another process, stays as it is.
 * {@code -Dvigie.reports=100000 -Xmx4g} through {@code -Dtest.jvm} is the full size.
 */
class ManyReportsTests {

    private static final int REPORTS = Integer.getInteger("vigie.reports", 500);
    private static final Duration PATIENCE = Duration.ofSeconds(120 + REPORTS / 20);

    /** What lives at the end, as a share of what lived when two fifths were taken. */
    private static final double FLAT = 1.3;

    private static final int FIFTHS = 5;

    @TempDir
    private Path data;

    @Test
    @Timeout(value = 90, unit = java.util.concurrent.TimeUnit.MINUTES)
    void comeToTheSameInAnyOrderAndLeaveNothingOnTheHeap() throws Exception {
        var flood = Flood.of(REPORTS);
        var shuffled = flood.shuffled();
        var heap = new ArrayList<Long>();
        Map<String, Sum> expected;
        try (var service = new ReportedService(data)) {
            expected = flood.sums(service.keysets().index());
            var parts = List.of(shuffled.subList(0, REPORTS / 2), shuffled.subList(REPORTS / 2, REPORTS));
            assertThat(after(service, parts, heap)).isEqualTo(expected);
        }
        assertThat(expected).hasSize(REPORTS * 6 / 10);
        assertThat((double) heap.getLast() / heap.get(2))
                .as("last by that at 40 %%, %s", heap)
                .isLessThan(FLAT);
        try (var service = new ReportedService(data)) {
            assertThat(after(service, List.of(flood.seen()), new ArrayList<>())).isEqualTo(expected);
        }
    }

    /** What was published when every producer has handed in its part, all of them at once. */
    private static Map<String, Sum> after(ReportedService service, List<List<Seen>> parts, List<Long> heap)
            throws Exception {
        var begun = System.nanoTime();
        var all = parts.stream().mapToInt(List::size).sum();
        var live = service.heap();
        try (var producers = Executors.newFixedThreadPool(parts.size())) {
            heap.add(live.used());
            var producing = new ArrayList<Callable<Boolean>>();
            parts.forEach(part -> producing.add(() -> produce(service, part, "crawler-" + parts.indexOf(part))));
            var handedIn = producing.stream().map(producers::submit).toList();
            for (var fifth = 1; fifth < FIFTHS; fifth++) {
                var share = (long) all * fifth / FIFTHS;
                await().pollInterval(Duration.ofMillis(100)).atMost(PATIENCE).until(() -> service.read() >= share);
                heap.add(live.used());
            }
            for (var one : handedIn) {
                one.get();
            }
            service.settle(PATIENCE);
            heap.add(live.used());
        }
        System.out.printf(
                "reports=%d producers=%d seconds=%d live_heap_mb_at_each_fifth=%s%n",
                all,
                parts.size(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                heap.stream().map(bytes -> bytes >> 20).toList());
        assertThat(service.refused()).isEmpty();
        assertThat(service.reports()).as("none lost, none doubled").isEqualTo(all);
        return service.sums();
    }

    /** One in twenty is handed in twice. */
    private static boolean produce(ReportedService service, List<Seen> part, String name) throws IOException {
        try (var producer = service.producer(name)) {
            for (int i = 0; i < part.size(); i++) {
                producer.produce(part.get(i));
                if (i % 20 == 0) {
                    producer.produce(part.get(i));
                }
            }
            producer.flush();
            return true;
        }
    }
}
