package org.vigie.notice.report.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.notice.report.ReportQueue;
import org.vigie.notice.report.ReportTurn;
import org.vigie.support.time.SandboxClock;
import org.vigie.support.work.DueQueue;

/** A batch holds up nobody who reports one URL. */
class ReportTurnsTests {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final int LINES = 100_000;

    @TempDir
    private Path directory;

    private final List<UUID> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch underWay = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private SandboxClock clock;
    private DueQueue<UUID> pending;
    private ReportQueue queue;

    @BeforeEach
    void start() {
        clock = new SandboxClock(directory.resolve("clock"));
        clock.moveTo(START);
        pending = new DueQueue<>("reports", clock, 1, Map::of, this::apply);
        var followUps = new DueQueue<UUID>("follow-ups", clock, 1, Map::of, _ -> {});
        queue = new ReportQueueConfiguration().reportQueue(clock, pending, followUps);
        pending.start();
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        pending.stop();
    }

    /** The first waits to be told to go on; only the first few are of interest. */
    private void apply(UUID reportId) {
        if (done.size() < 10) {
            done.add(reportId);
        }
        underWay.countDown();
        try {
            goOn.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aReportThatComesAloneIsNextHoweverManyLinesWait() throws InterruptedException {
        Stream.generate(UUID::randomUUID).limit(LINES).forEach(line -> queue.apply(new ReportTurn(line, true)));
        underWay.await();
        clock.moveTo(START.plus(Duration.ofMinutes(10)));
        var alone = UUID.randomUUID();

        queue.apply(new ReportTurn(alone, false));
        goOn.countDown();

        await().untilAsserted(() -> assertThat(done).hasSizeGreaterThan(1));
        assertThat(done.get(1)).isEqualTo(alone);
    }

    @Test
    void aLineThatWaitedForADayIsHeldUpNoLonger() throws InterruptedException {
        queue.apply(new ReportTurn(UUID.randomUUID(), false));
        underWay.await();
        var line = UUID.randomUUID();
        queue.apply(new ReportTurn(line, true));
        clock.moveTo(START.plus(Duration.ofHours(25)));
        queue.apply(new ReportTurn(UUID.randomUUID(), false));

        goOn.countDown();

        await().untilAsserted(() -> assertThat(done).hasSize(3));
        assertThat(done.get(1)).isEqualTo(line);
    }
}
